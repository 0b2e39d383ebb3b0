using GridBot.Core.Roster;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Settings;
using GridBot.Storage.Groups;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;

namespace GridBot.Handlers.Binding;

/// <summary>
/// Takes a push robot's address from an admin, 1:1. The key is sealed in the same transaction; the message's words are not kept
/// and the answer doesn't repeat them.
/// </summary>
public sealed class KeyDesk(IssueStore issues, GroupsInForce groups)
{
    public async Task<Answer> KeepAsync(Heard heard, BindingCommand.KeepKey keep, Rulebook rules, CancellationToken cancellationToken)
    {
        var (words, key) = Decide(heard, keep, rules);
        var answer = new Answer.Text(words);
        var outcome = await issues.CommitAsync(
            new IssueCommit
            {
                At = heard.At,
                Inbox = new InboxEntry(heard.MessageId, heard.Door.ToString(), StoredAnswer.Write(answer), heard.At, heard.ResponseUrl),
                PushKey = key,
            },
            cancellationToken);
        if (outcome is CommitOutcome.Duplicate duplicate)
        {
            return StoredAnswer.Read(duplicate.Stored?.Answer);
        }

        if (key is not null)
        {
            groups.Put(key);
        }

        return answer;
    }

    private static (string Words, PlaceKey? Key) Decide(Heard heard, BindingCommand.KeepKey keep, Rulebook rules)
    {
        if (heard.InGroup)
        {
            return (BindingWriter.KeyOnlyAlone, null);
        }

        if (heard.Person!.Role != Role.Admin && !rules.Roster.Offices.Any(o => RosterBook.SameUser(o.Admin, heard.UserId)))
        {
            return (BindingWriter.KeyOnlyByAdmin, null);
        }

        return rules.Understander.PlacesCalled(keep.PlaceName, heard.Person, heard.At) switch
        {
            [] => (BindingWriter.NoSuchPlace(keep.PlaceName), null),
            [var place] when !BindingRules.IsAdmin(heard.UserId, place.Id, rules.Roster) => (BindingWriter.KeyOnlyByAdmin, null),
            [_] when keep.Key is null => (BindingWriter.KeyMissing, null),
            [var place] => (
                rules.Binding.KeyKept(place.Id, rules.Roster.Groups.Any(g => g.PlaceId == place.Id && g.HasPushRobot)),
                new PlaceKey(place.Id, keep.Key!, heard.UserId)),
            var several => (rules.Binding.KeyAmbiguous(keep.PlaceName, several), null),
        };
    }
}
