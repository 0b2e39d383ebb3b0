using GridBot.Core.Roster;
using GridBot.Core.Wording;
using GridBot.Storage.Groups;
using GridBot.Storage.Messages;

namespace GridBot.Storage.Issues;

/// <summary>One decision with all that goes with it: stored together or not at all.</summary>
public sealed record IssueCommit
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Through which door it came: app, bot, timer, page …; stands in the history.</summary>
    public string Via { get; init; } = "";

    /// <summary>The message that was decided; null when a timer rang.</summary>
    public InboxEntry? Inbox { get; init; }

    /// <summary>None for a question or chatter: its answer alone is kept.</summary>
    public IReadOnlyList<IssueChange> Changes { get; init; } = [];

    public IReadOnlyList<Saying> Sayings { get; init; } = [];

    /// <summary>The group that this decision binds, or is asked to bind; stale when somebody else changed it meanwhile.</summary>
    public GroupBinding? Binding { get; init; }

    /// <summary>A push robot's key to be kept, sealed.</summary>
    public PlaceKey? PushKey { get; init; }

    /// <summary>What WeCom announced about the app.</summary>
    public AppNotice? Notice { get; init; }
}
