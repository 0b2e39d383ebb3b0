using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>How long something may take: by the clock, or counting working time alone.</summary>
public readonly record struct Wait(TimeSpan Span, bool InWorkingTime = false)
{
    public static implicit operator Wait(TimeSpan span) => new(span);

    public DateTimeOffset From(DateTimeOffset at, Calendar calendar, WorkingWeek week) =>
        InWorkingTime ? calendar.AddWorking(at, Span, week) : at + Span;
}

/// <summary>One rung of the ladder and how long it may stay silent.</summary>
public sealed record LadderStep(Level Level, Wait Window);

/// <summary>The steps that issues of one urgency take by night instead of their own: who has leave to sleep, sleeps.</summary>
public sealed record NightSteps(Urgency Urgency, DailyWindow Hours, IReadOnlyList<LadderStep> Steps);

/// <summary>The ladder that one issue climbs.</summary>
/// <param name="Rounds">How long each further call of the top rung waits; after the last, the exception board.</param>
/// <param name="Together">Rungs rung at once in an emergency; empty otherwise.</param>
public sealed record Ladder(IReadOnlyList<LadderStep> Steps, IReadOnlyList<Wait> Rounds, IReadOnlyList<Level> Together);

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

    /// <summary>At most one for each urgency; an emergency knows no night.</summary>
    public IReadOnlyList<NightSteps> Nights { get; init; } = [];

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

    /// <param name="at">The local time at which somebody would be rung; null for the ladder of the day.</param>
    public Ladder LadderFor(string category, Urgency urgency, TimeOnly? at = null)
    {
        var ladder = Exceptions
            .Where(e => (e.Categories.Count == 0 || e.Categories.Contains(category)) && (e.Urgency is null || e.Urgency == urgency))
            .OrderByDescending(e => e.Categories.Count > 0)
            .ThenByDescending(e => e.Urgency is not null)
            .Select(e => e.Ladder)
            .FirstOrDefault() ?? Default;
        return urgency == Urgency.Emergency ? ladder with { Together = EmergencyTogether }
            : at is { } time && Nights.FirstOrDefault(n => n.Urgency == urgency && n.Hours.Contains(time)) is { } night ? ladder with { Steps = night.Steps }
            : ladder;
    }
}
