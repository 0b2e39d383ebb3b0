using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Core.Wording;

/// <summary>What can be tapped, by how the issue stands and who looks at it.</summary>
public sealed partial class CardWriter
{
    /// <summary>What this person can do now: the owner works on it, whoever is being asked answers, anybody else reads.</summary>
    private List<CardButton> ButtonsOf(Issue issue, string userId)
    {
        if (issue.Stage is Stage.Acknowledged taken && RosterBook.SameUser(taken.By, userId))
        {
            return [.. OwnerButtons(issue), .. naming.Roster.FindPerson(userId) is { Role: Role.Outside } ? Array.Empty<CardButton>() : [new CardButton(Phrases.View, Key("view", issue))]];
        }

        return issue.Asking(userId) is { } rung ? AskedButtons(issue, rung.Level) : [];
    }

    private static CardButton[] AlarmButtons(Issue issue) =>
    [
        .. issue.Alarm?.CalledAt is null
            ? [new CardButton(Phrases.CalledButton(Phrases.Numbers(issue.Category)), Key("called", issue), ButtonTone.Main)]
            : Array.Empty<CardButton>(),
        new CardButton(Phrases.OnSite, Key("onsite", issue)),
    ];

    private List<CardButton> GroupButtons(Issue issue, DateTimeOffset now) => issue.Stage switch
    {
        Stage.Waiting when MorningOf(issue, now) is not null =>
        [
            new CardButton(Phrases.NeedNow, Key("now", issue), ButtonTone.Main),
            .. GuessButtons(issue),
            new CardButton(Phrases.Wrong, Key("correct", issue)),
        ],
        Stage.Waiting or Stage.Returned =>
        [
            new CardButton(Phrases.Ack, Key("ack", issue), ButtonTone.Main),
            new CardButton(Phrases.OnIt, Key("heard", issue)),
            .. GuessButtons(issue),
            new CardButton(Phrases.Wrong, Key("correct", issue)),
        ],
        Stage.Acknowledged =>
        [
            new CardButton(Phrases.Done, Key("resolve", issue), ButtonTone.Main),
            new CardButton(Phrases.Nudge, Key("nudge", issue)),
        ],
        Stage.Merged => [new CardButton(Phrases.UndoMerge, Key("undo", issue)), new CardButton(Phrases.SeeStatus, Key("status", issue))],
        Stage.Resolved => [new CardButton(Phrases.Unsolved, Key("unsolved", issue)), new CardButton(Phrases.SeeStatus, Key("status", issue))],
        _ => [new CardButton(Phrases.SeeStatus, Key("status", issue))],
    };

    /// <summary>While it is in doubt: one tap says which class it is, or that the guess in the title is right.</summary>
    private IEnumerable<CardButton> GuessButtons(Issue issue) =>
        issue.Guesses.Select(c => new CardButton(Fitting.Cut(naming.Category(c), Fitting.Button), $"{Key("correct", issue)}:{c}"));

    private static List<CardButton> AskedButtons(Issue issue, Level level) => level switch
    {
        _ when issue.Urgency == Urgency.Emergency =>
        [
            new CardButton(Phrases.Ack, Key("ack", issue), ButtonTone.Main),
            .. AlarmButtons(issue),
            .. level >= Level.Community ? [new CardButton(Phrases.FalseAlarm, Key("alarmoff", issue))] : Array.Empty<CardButton>(),
            new CardButton(Phrases.Busy, Key("busy", issue)),
        ],
        Level.SubDistrict when !issue.IsPrivate =>
        [
            new CardButton(Phrases.Ack, Key("ack", issue), ButtonTone.Main),
            new CardButton(Phrases.ToCommunity, Key("transfer", issue) + ":community"),
            new CardButton(Phrases.ToGrid, Key("transfer", issue) + ":grid"),
            new CardButton(Phrases.Busy, Key("busy", issue)),
        ],
        Level.Community when !issue.IsPrivate =>
        [
            new CardButton(Phrases.Ack, Key("ack", issue), ButtonTone.Main),
            new CardButton(Phrases.ToGrid, Key("transfer", issue) + ":grid"),
            new CardButton(Phrases.Busy, Key("busy", issue)),
            new CardButton(Phrases.NotMine, Key("return", issue)),
        ],
        _ =>
        [
            new CardButton(Phrases.Ack, Key("ack", issue), ButtonTone.Main),
            new CardButton(Phrases.Busy, Key("busy", issue)),
            new CardButton(Phrases.HandOn, Key("transfer", issue)),
            new CardButton(Phrases.NotMine, Key("return", issue)),
            new CardButton(Phrases.Higher, Key("escalate", issue)),
        ],
    };

    private static List<CardButton> OwnerButtons(Issue issue) =>
    [
        new CardButton(Phrases.Done, Key("resolve", issue), ButtonTone.Main),
        new CardButton(Phrases.Progress, Key("progress", issue)),
        new CardButton(Phrases.HandOn, Key("transfer", issue)),
        new CardButton(Phrases.NotMine, Key("return", issue)),
    ];

    private static string Key(string verb, Issue issue) => $"{verb}:{issue.Number}";
}
