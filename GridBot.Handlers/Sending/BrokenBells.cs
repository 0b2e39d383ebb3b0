using GridBot.Core.Wording;
using GridBot.Handlers.Escalation;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Sending;

/// <summary>
/// A group's voice that WeCom refuses: left alone for a while and shown in health, and its admin is told once until it rings
/// again. Nobody waits for it, since every summons goes to its people's phones as well.
/// </summary>
public sealed class BrokenBells(Routes routes, Ways ways, RulesInForce inForce, IssueStore issues, Bell bell, ILogger<BrokenBells> logger)
{
    public async Task NoteAsync(string destination, int code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        logger.RouteBroken(destination, code);
        var rules = inForce.Current;
        if (!routes.Break(destination, now, code)
            || ways.PlaceOf(destination) is not { } place
            || rules.Roster.OfficeOf(place) is not { } office)
        {
            return;
        }

        var outcome = await issues.CommitAsync(
            new IssueCommit
            {
                At = now,
                Sayings = [new Saying.ToPerson(office.Admin, rules.Binding.BellBroken(place, code)) { Kind = SayingKind.Tell }],
            },
            cancellationToken);
        bell.Ring(outcome, []);
    }
}
