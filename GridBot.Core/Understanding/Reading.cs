using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

/// <summary>A piece of the normalised text, in characters of the original: [Start, End).</summary>
public sealed record TextSpan(int Start, int End, string Kind, string Text);

/// <summary>Where it is, and how that is known.</summary>
/// <param name="PlaceId">The deepest place of the roster that is meant.</param>
/// <param name="Inferred">True when the text did not say it: it comes from the sender or the group.</param>
/// <param name="Detail">Unit, floor or spot inside the place, as written ("3楼", "楼下", "2单元"); door numbers are left out.</param>
/// <param name="Candidates">Other places that fit equally well; ask which one is meant.</param>
public sealed record PlaceReading(string PlaceId, bool Inferred, string? Detail, IReadOnlyList<string> Candidates);

/// <summary>One problem found in a message.</summary>
/// <param name="Text">The words that tell of this problem, without forward marks, names and commands; not yet masked.</param>
/// <param name="Confidence">0 to 1; below the threshold the best guess is shown with one-tap correction.</param>
/// <param name="Alternatives">The next likeliest category codes, best first.</param>
public sealed record Problem(
    string Category, string? Subcategory, Urgency Urgency, PlaceReading? Place, string Text, double Confidence,
    IReadOnlyList<string> Alternatives)
{
    /// <summary>Whether the class is at least as likely as what proved right 95 times of 100.</summary>
    public bool IsSure { get; init; } = true;
}

/// <summary>How an issue is named: by its number (#128, 128号; in 1:1 also a bare number), or by its code in the group (1).</summary>
public sealed record IssueReference(long Value, bool IsNumber);

/// <summary>What a question asks for.</summary>
public enum Topic
{
    Issue,
    Place,
    Mine,
    Open,
    Overdue,
    Today,
    Help,
}

/// <summary>A question about how things stand.</summary>
/// <param name="PlaceId">Set for <see cref="Topic.Place"/>, and where another topic is narrowed to a place.</param>
public sealed record Question(Topic Topic, string? PlaceId);

/// <summary>Everything the bot made of one message. Exactly one intent leads; the rest are its particulars.</summary>
public sealed record Reading
{
    public required Intent Intent { get; init; }

    /// <summary>It scolds; beside a report that doesn't matter.</summary>
    public bool IsAbusive { get; init; }

    /// <summary>Words tell plainly of what is nobody else's business, whatever is wanted: they belong in no public issue.</summary>
    public bool IsConfiding { get; init; }

    public double Confidence { get; init; } = 1;

    /// <summary>What rules and model thought of the words; null for a quoted card of the robot, which names its issue.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>
    /// Problems of a report, at most one per distinct matter, emergencies first. Also those of a dispute that names a
    /// place: 10栋的灯又不亮了 is a report, if who says it has reported nothing yet.
    /// </summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The issues named in the text, else in the quoted text; empty when none is named.</summary>
    public IReadOnlyList<IssueReference> References { get; init; } = [];

    /// <summary>True for 都收到: every issue that waits for this person.</summary>
    public bool All { get; init; }

    /// <summary>The verb of a button, when its words and nothing else were written (128现在要人), or 阅, 知道了: seen, and not taken.</summary>
    public string? Button { get; init; }

    /// <summary>To whom a transfer goes, as written (a name, a form of address, a unit).</summary>
    public string? Target { get; init; }

    /// <summary>What was done, why it is returned, how far it is: the words beside the command.</summary>
    public string? Words { get; init; }

    /// <summary>Until when a deferral runs.</summary>
    public DateTimeOffset? Until { get; init; }

    public Question? Question { get; init; }

    /// <summary>For a correction: what the issue is instead. One of them is set, or none when the person only said that it is wrong.</summary>
    public string? NewCategory { get; init; }

    public string? NewPlaceId { get; init; }

    /// <summary>The place that a message without a problem names: 是10栋的.</summary>
    public string? PlaceId { get; init; }

    public IReadOnlyList<TextSpan> Spans { get; init; } = [];
}
