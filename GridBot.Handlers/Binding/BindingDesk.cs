using System.Globalization;
using System.Security.Cryptography;
using GridBot.Core.Roster;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;
using GridBot.Handlers.Escalation;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Sending;
using GridBot.Handlers.Settings;
using GridBot.Storage.Groups;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;

namespace GridBot.Handlers.Binding;

/// <summary>
/// Binds groups by message: anyone rostered asks in the group, the sub-district's admin confirms 1:1, the place's bell posts
/// four digits, and whoever reads them in the group writes them back.
/// </summary>
public sealed class BindingDesk(IssueStore issues, GroupBindings bindings, GroupsInForce groups, Ways ways, KeyDesk keyDesk, Bell bell)
{
    private const int Attempts = 8;
    private static readonly TimeSpan ResponseUrlLives = TimeSpan.FromMinutes(55);

    /// <summary>Null for what has nothing to do with binding.</summary>
    public async Task<Answer?> HearAsync(Heard heard, Rulebook rules, CancellationToken cancellationToken)
    {
        if (heard.Tap is { } tap)
        {
            return tap.Key.Split(':', 4) is [BindingWriter.Verb, var what, var argument, var chatId]
                ? await TapAsync(heard, what, argument, chatId, rules, cancellationToken)
                : null;
        }

        return BindingCommand.Read(heard.Text) switch
        {
            null => null,
            BindingCommand.KeepKey keep => await keyDesk.KeepAsync(heard, keep, rules, cancellationToken),
            _ when heard.ChatId is null => await AnswerAsync(heard, BindingWriter.HowToOutside, cancellationToken),
            BindingCommand.AskState => await AnswerAsync(heard, StateOf(heard, rules), cancellationToken),
            BindingCommand.GiveCode given => await ProveAsync(heard, given.Code, rules, cancellationToken),
            BindingCommand.Bind bind => await FindPlaceAsync(heard, bind, rules, cancellationToken),
            _ => null,
        };
    }

    private static string StateOf(Heard heard, Rulebook rules)
    {
        var placeId = rules.Roster.FindGroup(heard.ChatId)?.PlaceId;
        return rules.Binding.State(placeId, rules.DutyPhoneOf(placeId));
    }

    private Task<Answer> TapAsync(
        Heard heard, string what, string argument, string chatId, Rulebook rules, CancellationToken cancellationToken) => what switch
    {
        "place" or "quiet" when heard.ChatId is not null && rules.Roster.FindPlace(argument) is { } place =>
            AskAsync(heard, place, what == "quiet", rules, cancellationToken),
        "yes" or "no" => ConfirmAsync(heard, what == "yes", argument, chatId, rules, cancellationToken),
        _ => CommitAsync(heard, () => Task.FromResult(new Verdict(new Answer.Nothing())), cancellationToken),
    };

    private async Task<Answer?> FindPlaceAsync(Heard heard, BindingCommand.Bind bind, Rulebook rules, CancellationToken cancellationToken) =>
        rules.Understander.PlacesCalled(bind.PlaceName, heard.Person!, heard.At) switch
        {
            // In a group that works, whatever begins with 绑定 and names no place is told like anything else.
            [] => rules.Roster.FindGroup(heard.ChatId) is null
                ? await AnswerAsync(heard, BindingWriter.NoSuchPlace(bind.PlaceName), cancellationToken)
                : null,
            [var place] => await AskAsync(heard, place, bind.Quiet, rules, cancellationToken),
            var several => await CommitAsync(
                heard,
                () => Task.FromResult(new Verdict(new Answer.NewCard(rules.Binding.Choices(MessageToken.Of(heard.MessageId), several, bind.Quiet)))),
                cancellationToken),
        };

    private Task<Answer> AskAsync(Heard heard, Place place, bool quiet, Rulebook rules, CancellationToken cancellationToken) =>
        CommitAsync(
            heard,
            async () =>
            {
                var before = await LoadAsync(heard.ChatId!, cancellationToken);
                var request = new BindingRequest(place.Id, MessageToken.Of(heard.MessageId), heard.UserId, heard.At, quiet, heard.ResponseUrl);
                var asked = BindingRules.Decide(before, new BindingEvent.Asked(request), rules.Roster, ways.VoiceAt(place.Id));
                if (asked.Outcome == BindingOutcome.AdminAsked && BindingRules.IsAdmin(heard.UserId, place.Id, rules.Roster))
                {
                    return ByAdmin(heard, before, asked.After!, rules);
                }

                var admin = rules.Roster.OfficeOf(place.Id)?.Admin;
                var boundTo = rules.Roster.FindGroup(heard.ChatId)?.PlaceId;
                var answer = Say(heard, rules.Binding.Asked(asked.Outcome, place.Id, boundTo, admin));
                return asked.Outcome == BindingOutcome.AdminAsked && admin is not null
                    ? new Verdict(answer, asked.After, [CardFor(admin, heard.ChatId!, request, rules)])
                    : new Verdict(answer);
            },
            cancellationToken);

    /// <summary>An admin who asks has confirmed.</summary>
    private Verdict ByAdmin(Heard heard, GroupBinding before, GroupBinding asked, Rulebook rules)
    {
        var request = asked.Request!;
        var confirmed = BindingRules.Decide(
            asked, new BindingEvent.Confirmed(heard.UserId, heard.At, request.Token, NewCode()), rules.Roster, ways.VoiceAt(request.PlaceId));
        var after = confirmed.After! with { Version = before.Version + 1 };
        return confirmed.Outcome == BindingOutcome.Bound
            ? new Verdict(Say(heard, rules.Binding.Bound(request.PlaceId, rules.DutyPhoneOf(request.PlaceId))), after)
            : new Verdict(Say(heard, rules.Binding.Asked(confirmed.Outcome, request.PlaceId, null, null)), after, [CodeOf(after.Request!, rules)]);
    }

    private Task<Answer> ConfirmAsync(
        Heard heard, bool yes, string token, string chatId, Rulebook rules, CancellationToken cancellationToken) =>
        CommitAsync(
            heard,
            async () =>
            {
                var before = await LoadAsync(chatId, cancellationToken);
                var request = before.Request?.Token == token ? before.Request : null;
                BindingEvent tapped = yes ? new BindingEvent.Confirmed(heard.UserId, heard.At, token, NewCode()) : new BindingEvent.Declined(heard.UserId, token);
                var decision = BindingRules.Decide(before, tapped, rules.Roster, request is null ? PlaceVoice.None : ways.VoiceAt(request.PlaceId));
                var news = request is null ? null : News(decision, request, chatId, heard.At, rules);
                var card = rules.Binding.AfterTap(heard.Tap!.TaskId, decision.Outcome, request, told: news is Saying.LateAnswer or Saying.InGroup);
                return new Verdict(new Answer.ChangedCard(card, heard.UserId), decision.After, news is null ? [] : [news]);
            },
            cancellationToken);

    /// <summary>What others hear of the admin's tap.</summary>
    private Saying? News(BindingDecision decision, BindingRequest request, string chatId, DateTimeOffset now, Rulebook rules) => decision.Outcome switch
    {
        BindingOutcome.CodePosted => CodeOf(decision.After!.Request!, rules),
        BindingOutcome.Declined => new Saying.ToPerson(request.AskedBy, rules.Binding.DeclinedNews(request)) { Kind = SayingKind.Tell },
        BindingOutcome.Bound when request.ResponseUrl is { } url && now < request.AskedAt + ResponseUrlLives =>
            new Saying.LateAnswer(url, rules.Binding.Bound(request.PlaceId, rules.DutyPhoneOf(request.PlaceId)))
            {
                Kind = SayingKind.Tell, UsefulUntil = request.AskedAt + ResponseUrlLives,
            },
        BindingOutcome.Bound when ways.ToGroup(chatId) == Way.Robot =>
            new Saying.InGroup(chatId, rules.Binding.Bound(request.PlaceId, rules.DutyPhoneOf(request.PlaceId)), []) { Kind = SayingKind.Tell },
        _ => null,
    };

    private Task<Answer> ProveAsync(Heard heard, string code, Rulebook rules, CancellationToken cancellationToken) =>
        CommitAsync(
            heard,
            async () =>
            {
                var before = await LoadAsync(heard.ChatId!, cancellationToken);
                var voice = before.Request is { } request ? ways.VoiceAt(request.PlaceId) : PlaceVoice.None;
                var decision = BindingRules.Decide(before, new BindingEvent.CodeGiven(code, heard.At), rules.Roster, voice);
                var words = decision.Outcome == BindingOutcome.Bound
                    ? rules.Binding.Bound(decision.After!.PlaceId!, rules.DutyPhoneOf(decision.After.PlaceId))
                    : BindingWriter.Tried(decision.Outcome, decision.After?.Request);
                return new Verdict(Say(heard, words), decision.After);
            },
            cancellationToken);

    private async Task<GroupBinding> LoadAsync(string chatId, CancellationToken cancellationToken) =>
        await bindings.FindAsync(chatId, cancellationToken) ?? new GroupBinding(chatId);

    private Saying.CardToPerson CardFor(string admin, string chatId, BindingRequest request, Rulebook rules) =>
        new(admin, rules.Binding.AskAdmin(chatId, request, ways.VoiceAt(request.PlaceId).Kind != GroupVoice.None)) { Kind = SayingKind.Tell };

    private static Saying.ByBell CodeOf(BindingRequest request, Rulebook rules) =>
        new(request.PlaceId, rules.Binding.Code(request.Code!)) { Kind = SayingKind.Tell, Priority = 1, UsefulUntil = request.CodeUntil };

    /// <summary>In a group a tapped card says it to all; else a text does.</summary>
    private static Answer Say(Heard heard, string words) => heard.Tap is { } tap
        ? new Answer.ChangedCard(BindingWriter.Chosen(tap.TaskId, words), null)
        : new Answer.Text(words);

    private static string NewCode() => RandomNumberGenerator.GetInt32(10_000).ToString("D4", CultureInfo.InvariantCulture);

    private Task<Answer> AnswerAsync(Heard heard, string words, CancellationToken cancellationToken) =>
        CommitAsync(heard, () => Task.FromResult(new Verdict(new Answer.Text(words))), cancellationToken);

    private async Task<Answer> CommitAsync(Heard heard, Func<Task<Verdict>> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var verdict = await decide();
            var outcome = await issues.CommitAsync(
                new IssueCommit
                {
                    At = heard.At,
                    Inbox = new InboxEntry(
                        heard.MessageId, heard.Door.ToString(), StoredAnswer.Write(verdict.Answer), heard.At, heard.ResponseUrl, heard.Plaintext.ToArray()),
                    Binding = verdict.After,
                    Sayings = verdict.Sayings ?? [],
                },
                cancellationToken);
            switch (outcome)
            {
                case CommitOutcome.Done:
                    if (verdict.After is { } after)
                    {
                        groups.Put(after);
                    }

                    bell.Ring(outcome, []);
                    return verdict.Answer;
                case CommitOutcome.Duplicate duplicate:
                    return StoredAnswer.Read(duplicate.Stored?.Answer);
                case var _ when attempt == Attempts:
                    throw new InvalidOperationException($"Message {heard.MessageId} lost {Attempts} races for its group.");
            }
        }
    }

    private sealed record Verdict(Answer Answer, GroupBinding? After = null, IReadOnlyList<Saying>? Sayings = null);
}
