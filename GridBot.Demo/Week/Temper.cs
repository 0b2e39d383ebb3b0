using GridBot.Sandbox.Town;

namespace GridBot.Demo.Week;

/// <summary>How somebody of the town reacts to their phone: they answer, refuse, sleep or forget.</summary>
internal sealed class Temper(Random random)
{
    /// <summary>When this person looks at a ring and does something about it; null when they never do.</summary>
    public DateTimeOffset? LooksAt(TownPerson person, DateTimeOffset rungAt, bool emergency)
    {
        var awake = Attention(person) * (emergency || !IsNight(rungAt) ? 1 : Wakefulness(person));
        return random.NextDouble() < awake
            ? rungAt + TimeSpan.FromSeconds(LogNormal(median: emergency ? 40 : 150, spread: 1.1))
            : emergency || random.NextDouble() < 0.5 ? null : MorningAfter(rungAt);
    }

    /// <summary>Of those who look: some are busy just now.</summary>
    public bool IsBusy() => random.NextDouble() < 0.08;

    /// <summary>Somebody in the group saw a colleague write 收到 there, and says so on the card.</summary>
    public bool SaysSomebodyHasIt() => random.NextDouble() < 0.06;

    /// <summary>When the work is done and its owner says so; null when they forget.</summary>
    public DateTimeOffset? DoneAt(DateTimeOffset takenAt) =>
        random.NextDouble() < 0.92 ? Waking(takenAt + TimeSpan.FromHours(LogNormal(median: 3.5, spread: 1.2))) : null;

    /// <summary>Reminded, most of those who forgot say it now.</summary>
    public DateTimeOffset? DoneAfterReminder(DateTimeOffset remindedAt) =>
        random.NextDouble() < 0.7 ? Waking(remindedAt + TimeSpan.FromMinutes(LogNormal(median: 25, spread: 0.8))) : null;

    /// <summary>What a reporter says when asked whether it is solved; null for silence.</summary>
    public string? Verdict() => random.NextDouble() switch { < 0.35 => "solved", < 0.40 => "unsolved", < 0.45 => "unsure", _ => null };

    public DateTimeOffset ReadsAt(DateTimeOffset at) => Waking(at + TimeSpan.FromMinutes(LogNormal(median: 30, spread: 1)));

    /// <summary>The part of the rings by day that this role looks at in time.</summary>
    private static double Attention(TownPerson person) => person.Role switch
    {
        "building_leader" => 0.55,
        "grid" => 0.8,
        "community" => 0.75,
        "subdistrict" => 0.9,
        _ => 0.8,
    };

    /// <summary>The part of those rings that this role hears by night: somebody of the sub-district and of each grid is on duty.</summary>
    private static double Wakefulness(TownPerson person) => person.Role switch
    {
        "subdistrict" => 1,
        "grid" => 0.6,
        _ => 0.2,
    };

    private DateTimeOffset MorningAfter(DateTimeOffset at) => Waking(at.AddHours(LogNormal(median: 2, spread: 0.6)));

    private DateTimeOffset Waking(DateTimeOffset at) =>
        IsNight(at) ? Local(at).AddHours(Local(at).Hour >= 22 ? 24 : 0).Date.AddHours(7).AddMinutes(random.Next(10, 120)) is var morning
            ? new DateTimeOffset(morning, Beijing) : at : at;

    private static bool IsNight(DateTimeOffset at) => Local(at).Hour is >= 22 or < 7;

    private static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Beijing);

    private static TimeSpan Beijing { get; } = TimeSpan.FromHours(8);

    private double LogNormal(double median, double spread)
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return median * Math.Exp(spread * normal);
    }
}
