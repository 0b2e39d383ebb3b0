using GridBot.Core.Understanding;
using Xunit;

namespace GridBot.Tests.Understanding;

/// <summary>The buttons of an emergency, written instead of tapped.</summary>
public sealed class AlarmAnswersTests
{
    [Theory]
    [InlineData("119已打", "called", null)]
    [InlineData("我已经打119了", "called", null)]
    [InlineData("打过110了。", "called", null)]
    [InlineData("3 119已打", "called", 3)]
    [InlineData("#128 已报警", "called", 128)]
    [InlineData("我去现场", "onsite", null)]
    [InlineData("1我去现场了", "onsite", 1)]
    [InlineData("误报解除", "alarmoff", null)]
    [InlineData("误报", "alarmoff", null)]
    [InlineData("128误报", "alarmoff", 128)]
    public void The_buttons_of_an_emergency_can_be_written(string text, string button, int? number)
    {
        var reading = Ears.Hear(text);
        Assert.Equal((Intent.Acknowledge, button), (reading.Intent, reading.Button));
        Assert.Equal(number is null ? [] : [number.Value], reading.References.Select(r => (int)r.Value));
    }

    [Theory]
    [InlineData("打119")]
    [InlineData("12栋着火了，119已打")]
    [InlineData("电话打不通，119打了没人接")]
    [InlineData("现场没人")]
    public void What_only_resembles_them_is_none(string text) => Assert.NotEqual("called", Ears.Hear(text).Button);
}
