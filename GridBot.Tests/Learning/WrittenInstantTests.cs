using System.Globalization;
using GridBot.Host.Learning;
using Xunit;

namespace GridBot.Tests.Learning;

public sealed class WrittenInstantTests
{
    [Theory]
    [InlineData("2026-11-24T21:36:00+08:00", "2026-11-24T13:36:00Z")]
    [InlineData("2026-11-24T13:36:00Z", "2026-11-24T13:36:00Z")]
    [InlineData("2026-11-24T08:36:00-05:00", "2026-11-24T13:36:00Z")]
    [InlineData("2026-11-24 21:36:00", "2026-11-24T13:36:00Z")]
    [InlineData("2026-11-24T21:36", "2026-11-24T13:36:00Z")]
    [InlineData("2026-11-24", "2026-11-23T16:00:00Z")]
    public void Without_a_zone_it_is_Beijing_time(string written, string instant)
    {
        Assert.True(WrittenInstant.TryRead(written, out var at));
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), at);
    }

    [Theory]
    [InlineData("昨天")]
    [InlineData("")]
    [InlineData("2026-13-24 21:36:00")]
    [InlineData("0001-01-01")]
    public void What_is_no_instant_is_not_guessed_at(string written) => Assert.False(WrittenInstant.TryRead(written, out _));
}
