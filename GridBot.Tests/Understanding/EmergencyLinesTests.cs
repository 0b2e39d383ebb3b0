using GridBot.Core.Issues;
using Xunit;

namespace GridBot.Tests.Understanding;

/// <summary>Hundreds of ways in which people tell of danger to life, and as many that only sound like it.</summary>
public sealed class EmergencyLinesTests
{
    [Fact]
    public void Danger_is_heard_however_it_is_described() => Assert.Equal([], Lines('1').Where(l => !IsAlarm(l)));

    [Fact]
    public void What_only_sounds_dangerous_wakes_nobody() => Assert.Equal([], Lines('0').Where(IsAlarm));

    private static bool IsAlarm(string text) => Ears.Hear(text).Problems.Any(p => p.Urgency == Urgency.Emergency);

    private static IEnumerable<string> Lines(char kind)
    {
        using var reader = new StreamReader(typeof(EmergencyLinesTests).Assembly.GetManifestResourceStream("emergencies.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 2 && l[0] == kind && l[1] == '\t').Select(l => l[2..].TrimEnd())];
    }
}
