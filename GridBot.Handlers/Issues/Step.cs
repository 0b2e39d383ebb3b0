using GridBot.Core.Issues;
using GridBot.Core.Wording;
using GridBot.Storage.Issues;

namespace GridBot.Handlers.Issues;

/// <summary>One issue's part of a verdict: what it was, what it becomes, what is said about it.</summary>
public sealed record Step(Issue? Before, Decision.Changed Decision, IReadOnlyList<Saying> Sayings)
{
    /// <summary>What the next training learns from it; null when nothing.</summary>
    public Correction? Lesson { get; init; }

    public Issue After => Decision.Issue;

    public IssueChange ToChange() => new(
        Before,
        After,
        Decision.History,
        After.IsRehearsal ? [] : [.. Decision.Effects.OfType<Effect.NoteResponse>().Select(e => e.Change)],
        Decision.Effects.Any(e => e is Effect.StopRinging),
        Decision.Effects.Any(e => e is Effect.FreeCode),
        Decision.Effects.Any(e => e is Effect.EraseWords),
        Lesson);
}
