using System.Security.Cryptography;
using System.Text;
using GridBot.Core.Roster;
using GridBot.Handlers.Settings;
using GridBot.Storage.Groups;
using GridBot.WeCom.Sending;

namespace GridBot.Handlers.Binding;

/// <summary>How far the founding of a group came.</summary>
public enum FoundingStep
{
    TooFewMembers,
    Create,
    FirstMessage,
    Done,
}

/// <param name="Code">WeCom's errcode at that step; 0 when nothing went wrong.</param>
public sealed record Founding(FoundingStep Step, int Code, string ChatId, IReadOnlyList<Person> Members);

/// <summary>
/// Makes a group by the app with a place's people, and binds it: create, say the first word (before it nobody sees the group),
/// bind. Called again for the same place, it goes on where it stopped, and its members follow the roster.
/// </summary>
public sealed class GroupFounder(AppChats chats, WeComClient client, GroupBindings bindings, GroupsInForce groups, RulesInForce inForce, TimeProvider time)
{
    private const int AlreadyThere = 86215;

    /// <summary>Whoever belongs to the place or below it, and those who answer for it.</summary>
    public static IReadOnlyList<Person> MembersOf(Place place, RosterBook roster) =>
        [.. (place.Level is { } level ? roster.ResponsibleAt(place.Id, level) : [])
            .Concat(roster.People.Where(p => roster.IsWithin(p.PlaceId, place.Id)))
            .DistinctBy(p => p.UserId, StringComparer.OrdinalIgnoreCase)];

    /// <param name="chatId">Up to 32 letters and digits; null for one that follows from the place.</param>
    public async Task<Founding> FoundAsync(Place place, string? name, string? chatId, CancellationToken cancellationToken)
    {
        var rules = inForce.Current;
        var members = MembersOf(place, rules.Roster);
        chatId ??= "gridbot" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place.Id)).AsSpan(0, 10));
        if (members.Count is < AppChats.FewestMembers or > AppChats.MostMembers)
        {
            return new Founding(FoundingStep.TooFewMembers, 0, chatId, members);
        }

        var made = await chats.CreateAsync(
            chatId, name ?? rules.Naming.Full(place.Id), members[0].UserId, [.. members.Select(m => m.UserId)], cancellationToken);
        var code = made.Code == AlreadyThere
            ? await chats.SetMembersAsync(chatId, [.. members.Select(m => m.UserId)], cancellationToken)
            : made.Code;
        if (code != 0)
        {
            return new Founding(FoundingStep.Create, code, chatId, members);
        }

        if (made.Code == AlreadyThere && rules.Roster.FindGroup(chatId)?.PlaceId == place.Id)
        {
            // It has said its first word; only its members followed the roster.
            return new Founding(FoundingStep.Done, 0, chatId, members);
        }

        var notice = WeComRequests.AppChatText(chatId, rules.Binding.AppGroupNotice(rules.DutyPhoneOf(place.Id)), []);
        if (await client.SendAsync(notice, cancellationToken: cancellationToken) is var said and not SendResult.Sent)
        {
            return new Founding(FoundingStep.FirstMessage, said.CodeOr0(), chatId, members);
        }

        await BindAsync(place, chatId, cancellationToken);
        return new Founding(FoundingStep.Done, 0, chatId, members);
    }

    private async Task BindAsync(Place place, string chatId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = await bindings.FindAsync(chatId, cancellationToken) ?? new GroupBinding(chatId);
        var bound = before with
        {
            Version = before.Version + 1, PlaceId = place.Id, Voice = GroupVoice.AppChat, AppChatId = chatId, BoundAt = now, Request = null,
        };
        if (!await bindings.WriteAsync(bound, now, cancellationToken))
        {
            throw new InvalidOperationException($"The group {chatId} was bound by somebody else in this moment.");
        }

        groups.Put(bound);
    }
}
