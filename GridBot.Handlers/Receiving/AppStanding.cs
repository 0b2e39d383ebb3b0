using GridBot.Core.Wording;
using GridBot.Handlers.Escalation;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;
using GridBot.WeCom.Messages;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Receiving;

/// <summary>
/// How the app stands with WeCom: one that is hardly used gets suspended, and is told so by events (WeCom doc 90240). Each is
/// told to the admins once, and health shows it until the app is in use again.
/// </summary>
public sealed class AppStanding(
    IssueStore issues, AppNotices notices, RulesInForce inForce, Bell bell, TimeProvider time, ILogger<AppStanding> logger)
{
    private static readonly HashSet<string> Warnings = ["inactive_alert", "close_inactive_agent", "low_active_alert", "low_active"];
    private static readonly HashSet<string> AllClear = ["reopen_inactive_agent", "active_restored"];

    public static bool Concerns(Incoming incoming) => incoming is Incoming.Other other && (Warnings.Contains(other.Kind) || AllClear.Contains(other.Kind));

    /// <summary>WeCom's name of the warning that holds; null when all is well.</summary>
    public async Task<string?> WarningAsync(CancellationToken cancellationToken) =>
        await notices.NewestAsync(cancellationToken) is { } newest && Warnings.Contains(newest.Kind) ? newest.Kind : null;

    public async Task HearAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var kind = ((Incoming.Other)incoming).Kind;
        var now = time.GetUtcNow();
        var outcome = await issues.CommitAsync(
            new IssueCommit
            {
                At = now,
                Inbox = new InboxEntry($"{incoming.Door}:{incoming.Id}", incoming.Door.ToString(), null, now),
                Notice = new AppNotice(kind, now),
                Sayings =
                [
                    .. inForce.Current.Roster.Offices.Select(o => o.Admin).Distinct(StringComparer.OrdinalIgnoreCase)
                        .Select(admin => new Saying.ToPerson(admin, AnswerWriter.AppStanding(kind)) { Kind = SayingKind.Tell }),
                ],
            },
            cancellationToken);
        if (outcome is CommitOutcome.Done)
        {
            logger.AppWarning(kind);
            bell.Ring(outcome, []);
        }
    }
}
