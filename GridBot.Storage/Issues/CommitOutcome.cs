using GridBot.Storage.Messages;

namespace GridBot.Storage.Issues;

/// <summary>What a commit came to. Only after Done anything was stored.</summary>
public abstract record CommitOutcome
{
    /// <param name="Destinations">Those that now have something waiting, each once: ring their worker.</param>
    public sealed record Done(IReadOnlyList<string> Destinations) : CommitOutcome;

    /// <summary>Somebody else changed one of the issues, or the group, meanwhile: load and decide again.</summary>
    public sealed record Stale : CommitOutcome;

    /// <summary>This message was decided before: its answer, as stored.</summary>
    public sealed record Duplicate(InboxAnswer? Stored) : CommitOutcome;

    /// <summary>Another issue took the code in this group: decide again with the next free one.</summary>
    public sealed record CodeTaken(string ChatId, int Code) : CommitOutcome;

    private CommitOutcome()
    {
    }
}
