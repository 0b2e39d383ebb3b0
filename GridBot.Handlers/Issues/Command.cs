using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;

namespace GridBot.Handlers.Issues;

/// <summary>
/// What somebody wants done with an issue, whether they wrote it or tapped it. Both become the same event.
/// The form "verb" or "verb:argument" is what a button's key carries behind the issue's number.
/// </summary>
public sealed record Command(string Verb, string? Argument = null)
{
    /// <summary>The command in a message; null where the intent is none.</summary>
    public static Command? From(Reading reading) => reading.Intent switch
    {
        Intent.Acknowledge when reading.Button is { } verb => new Command(verb),
        Intent.Acknowledge => new Command("ack"),
        Intent.Progress => new Command("progress", reading.Words),
        Intent.Resolve => new Command("resolve", reading.Words),
        Intent.Transfer => new Command("transfer", reading.Target),
        Intent.Return => new Command("return", reading.Words),
        Intent.Escalate => new Command("escalate"),
        Intent.GiveUp => new Command("giveup"),
        Intent.Defer => new Command("defer", Join(reading.Until, reading.Words)),
        Intent.Nudge => new Command("nudge"),
        Intent.Supplement => new Command("supplement", reading.Words),
        Intent.Confirm => new Command("solved"),
        Intent.Dispute => new Command("unsolved", reading.Words),
        Intent.Withdraw => new Command("withdraw"),
        Intent.Correct => new Command("correct", reading.NewPlaceId is { } place ? $"@{place}" : reading.NewCategory),
        _ => null,
    };

    public static Command Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new Command(text) : new Command(text[..colon], text[(colon + 1)..]);
    }

    public override string ToString() => Argument is null ? Verb : $"{Verb}:{Argument}";

    /// <summary>The event this command means for this issue and person; null where it needs something more first.</summary>
    public IssueEvent? ToEvent(Issue issue, string by, DateTimeOffset at, Settings.Rulebook rules, int? cardSummons)
    {
        var reports = RosterBook.SameUser(issue.ReporterId, by) || issue.AlsoReportedBy.Any(r => RosterBook.SameUser(r, by));
        var acts = RosterBook.SameUser(issue.Owner, by) || rules.Roster.IsOnLadder(issue.PlaceId, by);
        return Verb switch
        {
            "ack" => new IssueEvent.Acknowledged(by, at),
            "heard" => new IssueEvent.Heard(by, at),
            "read" => new IssueEvent.Read(by, at),
            "now" => new IssueEvent.NeededNow(by, at),
            "called" => new IssueEvent.Called(by, at),
            "onsite" when cardSummons is null && issue.Urgency != Urgency.Emergency => new IssueEvent.Acknowledged(by, at),
            "onsite" => new IssueEvent.OnSite(by, at),
            "view" or "phone" => new IssueEvent.Viewed(by, at, Verb == "phone"),
            "busy" => new IssueEvent.Declined(by, at),
            "progress" => new IssueEvent.Progressed(by, at, Masking.Mask(Argument ?? "正在办理")),
            "resolve" when reports && !acts && issue.Stage is Stage.Resolved => new IssueEvent.Confirmed(by, at),
            "resolve" => new IssueEvent.Resolved(by, at, Argument is null ? null : Masking.Mask(Argument)),
            "solved" when acts && issue.Stage is not Stage.Resolved => new IssueEvent.Resolved(by, at, null),
            "solved" => new IssueEvent.Confirmed(by, at),
            "unsolved" when !reports && acts && issue.Stage is Stage.Acknowledged => new IssueEvent.Progressed(by, at, Masking.Mask(Argument ?? "还没好")),
            "unsolved" => new IssueEvent.Disputed(by, at, Argument),
            "reopen" => new IssueEvent.Reopened(by, at, Argument),
            "withdraw" when !reports && acts => new IssueEvent.Rejected(by, at, AnswerWriter.FalseAlarmReason),
            "withdraw" => new IssueEvent.Withdrawn(by, at),
            "transfer" => HandOn(issue, by, at, rules),
            "return" => new IssueEvent.Returned(by, at, Reason()),
            "escalate" => new IssueEvent.Escalated(by, at, cardSummons),
            "giveup" when issue.Stage is Stage.Waiting => new IssueEvent.Declined(by, at),
            "giveup" => new IssueEvent.GivenUp(by, at),
            "defer" => Defer(by, at),
            "supplement" when Argument is ['@', ..] && Argument.Split('|', 2) is [var place, var words] =>
                new IssueEvent.Supplemented(by, at, Masking.Mask(words), place[1..]),
            "supplement" => Argument is null ? null : new IssueEvent.Supplemented(by, at, Masking.Mask(Argument)),
            "nudge" => new IssueEvent.Nudged(by, at),
            "undo" => new IssueEvent.Unmerged(by, at),
            "alarmoff" when reports && (!acts || issue.Urgency != Urgency.Emergency) => new IssueEvent.Withdrawn(by, at),
            "alarmoff" => new IssueEvent.Rejected(by, at, AnswerWriter.FalseAlarmReason),
            "correct" when Argument is ['@', .. var place] => new IssueEvent.Corrected(by, at, null, null, null, place),
            "correct" when Argument is { } category => new IssueEvent.Corrected(by, at, category, null, null, null),
            _ => null,
        };
    }

    private IssueEvent? HandOn(Issue issue, string by, DateTimeOffset at, Settings.Rulebook rules) =>
        Argument is null ? null
        : TransferTarget.LevelNamed(Argument) is { } level ? new IssueEvent.Assigned(by, at, level)
        : TransferTarget.Find(issue, Argument, rules.Roster) is [var one] ? new IssueEvent.Transferred(by, at, one.UserId)
        : null;

    private string? Reason() =>
        int.TryParse(Argument, System.Globalization.CultureInfo.InvariantCulture, out var number) ? AnswerWriter.ReturnReason(number) : Argument;

    private IssueEvent.Deferred Defer(string by, DateTimeOffset at)
    {
        var (until, why) = ((DateTimeOffset?)null, Argument);
        if (Argument?.IndexOf('|', StringComparison.Ordinal) is { } bar and >= 0)
        {
            until = long.TryParse(Argument.AsSpan(0, bar), System.Globalization.CultureInfo.InvariantCulture, out var ms)
                ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
                : null;
            why = Argument[(bar + 1)..];
        }

        return new IssueEvent.Deferred(by, at, until, why);
    }

    private static string Join(DateTimeOffset? until, string? words) => $"{until?.ToUnixTimeMilliseconds()}|{words}";
}
