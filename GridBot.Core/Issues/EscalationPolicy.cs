using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>One rung of the ladder and how long it may stay silent.</summary>
public sealed record LadderStep(Level Level, TimeSpan Window);

/// <summary>The ladder that one issue climbs.</summary>
/// <param name="Rounds">How long each further call of the top rung waits; after the last, the exception board.</param>
/// <param name="Together">Rungs rung at once in an emergency; empty otherwise.</param>
public sealed record Ladder(IReadOnlyList<LadderStep> Steps, IReadOnlyList<TimeSpan> Rounds, IReadOnlyList<Level> Together);

/// <summary>A ladder for some categories or one urgency instead of the default.</summary>
public sealed record LadderException(IReadOnlyList<string> Categories, Urgency? Urgency, Ladder Ladder);

/// <summary>
/// Who is rung, when, how often. Versioned; an issue keeps the version it was opened with.
/// Clock times are local to the service's time zone.
/// </summary>
public sealed record EscalationPolicy
{
    /// <summary>The settings version this policy was read from; 0 before it is stored.</summary>
    public long Version { get; init; }

    public required Ladder Default { get; init; }

    public IReadOnlyList<LadderException> Exceptions { get; init; } = [];

    public required IReadOnlyList<Level> EmergencyTogether { get; init; }

    /// <summary>Inside it nothing rings for a normal issue; null where the sub-district never sleeps.</summary>
    public DailyWindow? QuietHours { get; init; }

    /// <summary>Noise inside it is urgent.</summary>
    public DailyWindow NoisyNight { get; init; } = new(new TimeOnly(22, 0), new TimeOnly(6, 0));

    public WorkingWeek WorkingHours { get; init; } = WorkingWeek.Default;

    /// <summary>How long the reporter's silence is waited for after 办结 before the issue closes.</summary>
    public TimeSpan CloseAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>The part of the resolution limit after which the owner is reminded.</summary>
    public double RemindAt { get; init; } = 0.8;

    /// <summary>Two reports of the same thing at the same place within this time are one issue.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromHours(24);

    public Ladder LadderFor(string category, Urgency urgency)
    {
        var ladder = Exceptions
            .Where(e => (e.Categories.Count == 0 || e.Categories.Contains(category)) && (e.Urgency is null || e.Urgency == urgency))
            .OrderByDescending(e => e.Categories.Count > 0)
            .ThenByDescending(e => e.Urgency is not null)
            .Select(e => e.Ladder)
            .FirstOrDefault() ?? Default;
        return urgency == Urgency.Emergency ? ladder with { Together = EmergencyTogether } : ladder;
    }
}
