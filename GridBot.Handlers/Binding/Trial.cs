using GridBot.Core.Roster;
using GridBot.Handlers.Sending;
using GridBot.Handlers.Settings;
using GridBot.WeCom.Sending;

namespace GridBot.Handlers.Binding;

/// <summary>A channel of a place that was tried.</summary>
/// <param name="Way">By what it went; <see cref="Sending.Way.None"/> where there is nothing to try.</param>
/// <param name="Group">Set for a group.</param>
/// <param name="Person">Set for somebody's own phone.</param>
/// <param name="Code">WeCom's errcode; 0 when it took the message; null when nothing was sent.</param>
public sealed record Tried(Way Way, GroupChat? Group, Person? Person, int? Code);

/// <summary>
/// Sends one 【测试】 through every channel of a place, to its own group and people alone, past the outbox: the operator sees at
/// once what WeCom says.
/// </summary>
public sealed class Trial(WeComClient client, WeComRequests requests, Ways ways, RulesInForce inForce)
{
    private const int InvalidUser = 81013;

    public async Task<IReadOnlyList<Tried>> RunAsync(Place place, CancellationToken cancellationToken)
    {
        var rules = inForce.Current;
        var tried = new List<Tried>();
        foreach (var group in rules.Roster.Groups.Where(g => g.PlaceId == place.Id))
        {
            tried.Add(await InGroupAsync(group, rules.Binding.Trial(place.Id), cancellationToken));
        }

        foreach (var person in place.Level is { } level ? rules.Roster.ResponsibleAt(place.Id, level) : [])
        {
            tried.Add(await ToPersonAsync(person, place, rules, cancellationToken));
        }

        return tried;
    }

    private async Task<Tried> InGroupAsync(GroupChat group, string text, CancellationToken cancellationToken)
    {
        var way = ways.ToGroup(group.ChatId);
        var result = way switch
        {
            Way.PushRobot => await client.SendAsync(WeComRequests.Push(new PushText(text)), ways.KeyOf(group.ChatId), cancellationToken),
            Way.AppChat => await client.SendAsync(WeComRequests.AppChatText(group.AppChatId!, text, []), cancellationToken: cancellationToken),
            _ => null,
        };
        return new Tried(way, group, null, result?.CodeOr0());
    }

    private async Task<Tried> ToPersonAsync(Person person, Place place, Rulebook rules, CancellationToken cancellationToken)
    {
        var way = await ways.ToPersonAsync(person.UserId, withButtons: true, cancellationToken);
        var card = rules.Binding.TrialCard(place.Id, Guid.NewGuid().ToString("N"));
        var result = way switch
        {
            Way.App => await client.SendAsync(requests.AppCard([person.UserId], card.ToTemplate()), cancellationToken: cancellationToken),
            Way.AppInWords => await client.SendAsync(requests.AppText([person.UserId], $"{card.Title}\n{card.Text}"), cancellationToken: cancellationToken),
            _ => null,
        };
        var code = result is SendResult.Sent sent && (sent.InvalidUsers.Contains(person.UserId) || sent.UnlicensedUsers.Contains(person.UserId))
            ? InvalidUser
            : result?.CodeOr0();
        return new Tried(way, null, person, code);
    }
}
