using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>Somebody who was rung for an issue.</summary>
/// <param name="Summons">Counts every ring of the issue from 1; one ring may call several people.</param>
public sealed record Rung(int Summons, Level Level, string UserId, DateTimeOffset At);

/// <summary>Somebody says that a person who is being rung is on it already: that person is asked, and the next step waits for them.</summary>
/// <param name="Summons">The summons during which it was said.</param>
public sealed record Hold(int Summons, string Asked, DateTimeOffset At);

/// <summary>What people said of an emergency: when the first had called for help, and who is on the way.</summary>
public sealed record Alarm(DateTimeOffset? CalledAt, IReadOnlyList<string> OnSite)
{
    public static Alarm Raised { get; } = new(null, []);
}

/// <summary>One problem that we track from report to close. All instants are UTC.</summary>
public sealed record Issue
{
    public required long Id { get; init; }

    /// <summary>0 before it is stored; grows by one with every stored change.</summary>
    public int Version { get; init; }

    public required string SubDistrictId { get; init; }

    /// <summary>编号, per sub-district, shown as #128.</summary>
    public required long Number { get; init; }

    /// <summary>1 to 99 in its group; 0 where it has none (1:1, or all are taken).</summary>
    public int Code { get; init; }

    /// <summary>The group that hears of it; null where the place has none.</summary>
    public string? ChatId { get; init; }

    /// <summary>The chat in which it was reported; null when it came 1:1.</summary>
    public string? SaidIn { get; init; }

    public required string PlaceId { get; init; }

    public bool PlaceInferred { get; init; }

    /// <summary>Spot inside the place as written, without door numbers.</summary>
    public string? PlaceDetail { get; init; }

    public required string Category { get; init; }

    public string? Subcategory { get; init; }

    /// <summary>The three likeliest classes, the best first, while it is in doubt which one it is and nobody has said; else empty.</summary>
    public IReadOnlyList<string> Guesses { get; init; } = [];

    public Urgency Urgency { get; init; }

    /// <summary>The complaint with phone and identity numbers masked.</summary>
    public required string Text { get; init; }

    public required string ReporterId { get; init; }

    public int ReporterCount { get; init; } = 1;

    /// <summary>Others who reported the same.</summary>
    public IReadOnlyList<string> AlsoReportedBy { get; init; } = [];

    /// <summary>Place ids of its reports, the first one first, where several are one matter of an area; else empty.</summary>
    public IReadOnlyList<string> ReportedAt { get; init; } = [];

    public required DateTimeOffset OpenedAt { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>When the next thing happens by itself; null only when the issue is over.</summary>
    public DateTimeOffset? NextDueAt { get; init; }

    public long PolicyVersion { get; init; }

    /// <summary>How many times somebody was rung for it.</summary>
    public int Summons { get; init; }

    /// <summary>The summons that began the present climb: whoever was rung since is not rung for a step again.</summary>
    public int ClimbFrom { get; init; }

    /// <summary>The last summons whose 1:1 cards were greyed because the ringing stopped.</summary>
    public int CardsClosedTo { get; init; }

    /// <summary>Everybody who was rung, in order.</summary>
    public IReadOnlyList<Rung> Rungs { get; init; } = [];

    /// <summary>Who said that they can't come just now.</summary>
    public IReadOnlyList<string> Declined { get; init; } = [];

    public IReadOnlyList<string> Helpers { get; init; } = [];

    /// <summary>Set once the ladder waited for somebody's own tap; it does so once per issue.</summary>
    public Hold? Hold { get; init; }

    /// <summary>True once its group has read that somebody has it: whoever it is handed to then takes it without a further text.</summary>
    public bool TakenTold { get; init; }

    /// <summary>Null until somebody of an emergency called for help or went there.</summary>
    public Alarm? Alarm { get; init; }

    /// <summary>When the response clock started: at the report, and again at a reopening.</summary>
    public required DateTimeOffset ResponseSince { get; init; }

    /// <summary>Until when it must be done; moves by the length of a deferral.</summary>
    public required DateTimeOffset ResolveBy { get; init; }

    /// <summary>0 before the reminder at 80 %, 1 after it, 2 and up for each level that heard of the overrun.</summary>
    public int Reminders { get; init; }

    /// <summary>When the owner was last reminded because the reporter asked.</summary>
    public DateTimeOffset? NudgedAt { get; init; }

    public int Returns { get; init; }

    public int Reworks { get; init; }

    public int Reopens { get; init; }

    public bool Disputed { get; init; }

    /// <summary>Known to its insiders alone (保密件); see <see cref="Privacy"/>.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whom a private issue is about, by name or by role: never asked, never told.</summary>
    public IReadOnlyList<string> Concerned { get; init; } = [];

    /// <summary>Who heard of a private issue without having been rung for it.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>Goes the whole path to its reporter alone and counts nowhere (演练).</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>Until when the brake holds its rings back; null when it doesn't.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>The door number as written; for whoever took it and for community level and above.</summary>
    public string? Door { get; init; }

    /// <summary>The message that reported it: under this name its sealed original is kept.</summary>
    public string? SourceId { get; init; }

    /// <summary>Who has it now: the owner of an open issue, or who resolved it.</summary>
    public string? Owner => Stage switch
    {
        Stage.Acknowledged a => a.By,
        Stage.Resolved r => r.By,
        Stage.Deferred d => d.Owner,
        _ => null,
    };

    /// <summary>The rung on which this person is being asked now; null for anybody else, and once they said no.</summary>
    public Rung? Asking(string userId) =>
        Stage is Stage.Waiting or Stage.Returned && !Declined.Any(d => RosterBook.SameUser(d, userId))
            ? Rungs.LastOrDefault(r => r.Summons == Summons && RosterBook.SameUser(r.UserId, userId))
            : null;

    /// <summary>How people and logs name it: "#128".</summary>
    public string Tag => $"#{Number}";
}
