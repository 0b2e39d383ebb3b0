using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using Xunit;

namespace GridBot.Tests.Understanding;

/// <summary>Hundreds of ways in which people tell of danger to life, and as many that only sound like it.</summary>
public sealed class EmergencyLinesTests
{
    /// <summary>The list of dangers without a model.</summary>
    private static readonly Understander _list = Ears.With(weights: null);

    [Fact]
    public void Danger_is_heard_however_it_is_described() => Assert.Equal([], Lines('1').Where(l => !IsAlarm(ByTheList(l))));

    [Fact]
    public void What_only_sounds_dangerous_is_on_no_list() => Assert.Equal([], Lines('0').Where(l => IsAlarm(ByTheList(l))));

    [Fact]
    public void The_model_silences_hardly_any_of_it() =>
        Assert.InRange(Lines('1').Count(l => !IsAlarm(Ears.Hear(l))), 0, Lines('1').Count() / 100);

    [Fact]
    public void The_model_takes_hardly_any_of_it_for_danger() =>
        Assert.InRange(Lines('0').Count(l => IsAlarm(Ears.Hear(l))), 0, Lines('0').Count() / 50);

    private static Reading ByTheList(string text) => _list.Read(new Utterance(text, null, "visitor", null, Ears.ThirdGrid, Ears.Morning));

    private static bool IsAlarm(Reading reading) => reading.Problems.Any(p => p.Urgency == Urgency.Emergency);

    private static IEnumerable<string> Lines(char kind)
    {
        using var reader = new StreamReader(typeof(EmergencyLinesTests).Assembly.GetManifestResourceStream("emergencies.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 2 && l[0] == kind && l[1] == '\t').Select(l => l[2..].TrimEnd())];
    }
}
