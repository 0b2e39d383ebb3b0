using System.Text;
using System.Text.RegularExpressions;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Wording;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Escalation;

/// <summary>
/// The brake: an admin holds the bell of a sub-district still for a while (暂停响铃 30分钟 原因) and lets it go before its
/// time (恢复响铃). It stands in SQL; every host looks there at least every two seconds.
/// </summary>
public sealed partial class BrakeLever(Brakes brakes, Bell bell, TimeProvider time, ILogger<BrakeLever> logger)
{
    private static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private volatile Known? _known;

    /// <summary>The brake that is on in this sub-district; null when the bell is free.</summary>
    public async ValueTask<Brake?> OnAsync(string subDistrictId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known is not { } known || (now - known.At).Duration() > KnownFor)
        {
            known = new Known(await brakes.InForceAsync(now, cancellationToken), now);
            _known = known;
        }

        return known.Brakes.FirstOrDefault(b => b.SubDistrictId == subDistrictId && b.Until > now) is { } on ? new Brake(on.Since, on.Until) : null;
    }

    /// <summary>What is answered when this is an order to the brake; null for any other message.</summary>
    public async Task<string?> ObeyAsync(Heard heard, Rulebook rules, CancellationToken cancellationToken)
    {
        var text = (heard.Text ?? "").Normalize(NormalizationForm.FormKC).Trim();
        var (pause, release) = (PauseOrder().Match(text), ReleaseOrder().IsMatch(text));
        if (!pause.Success && !release)
        {
            return null;
        }

        if (rules.Roster.SubDistrictOf(heard.Person!.PlaceId) is not { } subDistrict || !IsAdmin(heard.Person, subDistrict.Id, rules.Roster))
        {
            return AnswerWriter.AdminOnly;
        }

        if (heard.InGroup)
        {
            return AnswerWriter.OneToOneOnly;
        }

        return release
            ? await ReleaseAsync(subDistrict.Id, heard, cancellationToken)
            : await PauseAsync(subDistrict.Id, pause, heard, rules, cancellationToken);
    }

    private async Task<string> PauseAsync(string subDistrictId, Match order, Heard heard, Rulebook rules, CancellationToken cancellationToken)
    {
        var why = order.Groups["why"].Value.Trim();
        if (SpanOf(order) is not { } span || span <= TimeSpan.Zero || span > Longest || why.Length == 0)
        {
            return AnswerWriter.HowToPause;
        }

        var until = heard.At + span;
        var moved = await brakes.SetAsync(new BrakeInForce(subDistrictId, heard.At, until, why.Length <= 200 ? why : why[..200], heard.UserId), cancellationToken);
        Follow(moved);
        logger.BellHeld(subDistrictId, until, heard.UserId);
        return AnswerWriter.Paused(rules.Naming.Clock(until, heard.At));
    }

    private async Task<string> ReleaseAsync(string subDistrictId, Heard heard, CancellationToken cancellationToken)
    {
        var released = await brakes.ReleaseAsync(subDistrictId, heard.At, heard.UserId, cancellationToken);
        if (released is null)
        {
            return AnswerWriter.NothingPaused;
        }

        Follow(released);
        logger.BellReleased(subDistrictId, heard.UserId);
        return AnswerWriter.Released;
    }

    private void Follow(IReadOnlyList<DueIssue> moved)
    {
        _known = null;
        foreach (var issue in moved)
        {
            bell.Schedule(issue.IssueId, issue.NextDueAt);
        }
    }

    private static bool IsAdmin(Person person, string subDistrictId, RosterBook roster) =>
        person.Role == Role.Admin || RosterBook.SameUser(roster.OfficeOf(subDistrictId)?.Admin, person.UserId);

    private static TimeSpan? SpanOf(Match order)
    {
        double? count = order.Groups["count"].Value switch
        {
            "半" => 0.5,
            "一" => 1,
            "两" or "二" => 2,
            "三" => 3,
            var digits => int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : null,
        };
        return count is null ? null : order.Groups["unit"].Value[0] == '分' ? TimeSpan.FromMinutes(count.Value) : TimeSpan.FromHours(count.Value);
    }

    [GeneratedRegex(@"\A暂停响铃\s*(?:(?<count>\d{1,4}|[半一二两三])\s*个?半?\s*(?<unit>分钟|分|小时|钟头))?[\s:,。]*(?<why>.*)\z", RegexOptions.Singleline)]
    private static partial Regex PauseOrder();

    [GeneratedRegex(@"\A恢复响铃[。!\s]*\z")]
    private static partial Regex ReleaseOrder();

    private sealed record Known(IReadOnlyList<BrakeInForce> Brakes, DateTimeOffset At);
}
