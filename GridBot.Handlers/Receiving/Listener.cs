using GridBot.Core.Roster;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;
using GridBot.Handlers.Binding;
using GridBot.Handlers.Escalation;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Questions;
using GridBot.Handlers.Settings;
using GridBot.Storage.Messages;
using GridBot.WeCom.Messages;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Receiving;

/// <summary>Understands what was heard and brings it to the desk it belongs to.</summary>
public sealed class Listener(
    IssueDesk desk, IssueFinder finder, Gathering gathering, StatusDesk status, BindingDesk binding, Identities identities, BrakeLever brake,
    OpenQuestions questions, RulesInForce inForce, ILogger<Listener> logger)
{
    /// <summary>So long after a question about a picture the next words are its answer.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromMinutes(10);

    public async Task<Answer> HearAsync(Heard heard, CancellationToken cancellationToken)
    {
        var rules = inForce.Current;
        var person = await identities.FindAsync(heard.UserId, rules.Roster, cancellationToken);
        heard = heard with { Person = person, UserId = person?.UserId ?? heard.UserId };
        if (person is null)
        {
            logger.UnknownSender(heard.UserId);
            return await desk.AnswerAsync(heard, new Answer.Text(AnswerWriter.UnknownPerson(rules.DutyPhoneOf(PlaceOf(heard, rules)))), cancellationToken);
        }

        if (await binding.HearAsync(heard, rules, cancellationToken) is { } bound)
        {
            return bound;
        }

        if (heard.ChatId is { } chat && rules.Roster.FindGroup(chat) is null)
        {
            logger.UnboundGroup(chat);
            return await desk.AnswerAsync(heard, new Answer.Text(rules.Binding.Unbound(rules.DutyPhoneOf(person.PlaceId))), cancellationToken);
        }

        var answer = heard.Tap is { } tap
            ? await TapAsync(heard, tap, rules, cancellationToken)
            : await ReadAsync(heard, rules, cancellationToken);
        return answer is Answer.NewCard card && !heard.InGroup && !person.SeesCards ? new Answer.Text(CardWords.Of(card.Card)) : answer;
    }

    private async Task<Answer> ReadAsync(Heard heard, Rulebook rules, CancellationToken cancellationToken)
    {
        if (await brake.ObeyAsync(heard, rules, cancellationToken) is { } obeyed)
        {
            return await desk.AnswerAsync(heard, new Answer.Text(obeyed), cancellationToken);
        }

        if (!heard.InGroup && Opening.Rehearses(heard) && !MayRehearse(heard, rules))
        {
            return await desk.AnswerAsync(heard, new Answer.Text(AnswerWriter.AdminOnly), cancellationToken);
        }

        heard = Opening.Read(heard, MayRehearse(heard, rules));
        if (heard is { Text.Length: 0, Quoted: null or "" })
        {
            return await WordlessAsync(heard, rules, cancellationToken);
        }

        if (LookAt.Read(heard.Text) is { } look)
        {
            return heard.InGroup
                ? await desk.AnswerAsync(heard, new Answer.Text(AnswerWriter.OneToOneOnly), cancellationToken)
                : await CommandAsync(heard, look.Reading, look.Command, rules, cancellationToken);
        }

        var reading = await AnsweredAsync(heard, Understand(heard, rules), rules, cancellationToken);
        if (heard.IsRehearsal && reading.Intent != Intent.Report)
        {
            return await desk.AnswerAsync(heard, SmallTalk(heard, Intent.Chatter, rules), cancellationToken);
        }

        if (OnlyScolds(reading))
        {
            return await desk.AnswerAsync(
                heard,
                heard.InGroup
                    ? Verdict.Of(new Answer.Nothing()) with { Sayings = [Verdict.Aside(heard.UserId, AnswerWriter.Abuse)] }
                    : Verdict.Of(new Answer.Text(AnswerWriter.Abuse)),
                cancellationToken);
        }

        if (await gathering.FindAsync(heard, reading, rules.Categories, cancellationToken) is { } more)
        {
            return await desk.ActAsync(heard, [more.IssueId], more.Command, rules, cancellationToken);
        }

        return reading.Intent switch
        {
            Intent.Report when reading.Problems.Count > 0 => await desk.ReportAsync(heard, reading, rules, cancellationToken),
            Intent.Query or Intent.Help => await desk.AnswerAsync(
                heard, await status.AnswerAsync(heard, reading, rules, cancellationToken), cancellationToken),
            _ when Command.From(reading) is { } command => await CommandAsync(heard, reading, command, rules, cancellationToken),
            var intent => await desk.AnswerAsync(heard, SmallTalk(heard, intent, rules), cancellationToken),
        };
    }

    /// <summary>Whatever is confided or rehearsed is a report, unless it names an issue: its opening says so.</summary>
    private static Reading Understand(Heard heard, Rulebook rules)
    {
        var utterance = new Utterance(
            heard.Text ?? "", heard.Quoted, heard.UserId, heard.Person, rules.Roster.FindGroup(heard.ChatId)?.PlaceId, heard.At);
        var reading = rules.Understander.Read(utterance);
        return (heard.IsPrivate || heard.IsRehearsal) && utterance.Text.Length > 0 && reading is { Intent: not Intent.Report, References.Count: 0 }
            ? rules.Understander.Read(utterance with { Text = "", Quoted = utterance.Text })
            : reading;
    }

    /// <summary>
    /// A picture without words gets one question. A bare @, as when a card was quoted of which WeCom brings nothing, means what
    /// this person was rung for.
    /// </summary>
    private async Task<Answer> WordlessAsync(Heard heard, Rulebook rules, CancellationToken cancellationToken)
    {
        if (heard.HasPicture && await gathering.FindAsync(heard, new Reading { Intent = Intent.Chatter }, rules.Categories, cancellationToken) is { } more)
        {
            return await desk.ActAsync(heard, [more.IssueId], more.Command, rules, cancellationToken);
        }

        if (heard.HasPicture)
        {
            await questions.AskAsync(heard.UserId, ChatOf(heard), heard.At, cancellationToken);
            return await desk.AnswerAsync(heard, new Answer.Text(AnswerWriter.CannotSeePicture), cancellationToken);
        }

        var bare = new Reading { Intent = Intent.Acknowledge };
        return await finder.FindAsync(heard, bare, new Command("ack"), rules, cancellationToken) is Found.None
            ? await desk.AnswerAsync(heard, SmallTalk(heard, Intent.Chatter, rules), cancellationToken)
            : await CommandAsync(heard, bare, new Command("status"), rules, cancellationToken);
    }

    /// <summary>Whoever was just asked where and what answers that, unless they report, command or thank.</summary>
    private async Task<Reading> AnsweredAsync(Heard heard, Reading reading, Rulebook rules, CancellationToken cancellationToken)
    {
        if (heard.Text is not { Length: > 0 } words || reading.References.Count > 0
            || reading.Intent is not (Intent.Query or Intent.Chatter or Intent.Supplement or Intent.Enquiry)
            || !await questions.IsOpenAsync(heard.UserId, ChatOf(heard), heard.At - AnswerWithin, cancellationToken))
        {
            return reading;
        }

        await questions.CloseAsync(heard.UserId, ChatOf(heard), cancellationToken);
        return rules.Understander.Read(new Utterance(
            "", words, heard.UserId, heard.Person, rules.Roster.FindGroup(heard.ChatId)?.PlaceId, heard.At));
    }

    /// <summary>Scolding with no place and nothing but a guess at a problem; whoever scolds and reports has reported.</summary>
    private static bool OnlyScolds(Reading reading) =>
        reading is { IsAbusive: true, Intent: Intent.Chatter or Intent.Report }
        && reading.Problems.All(p => p is { Urgency: not Core.Issues.Urgency.Emergency, Confidence: < 0.5, Place: null or { Inferred: true } });

    private static string ChatOf(Heard heard) => heard.ChatId ?? heard.Door.ToString();

    private static bool MayRehearse(Heard heard, Rulebook rules) =>
        heard.Person!.Role is Role.Admin or Role.Staff || RosterBook.SameUser(rules.Roster.OfficeOf(heard.Person.PlaceId)?.Admin, heard.UserId);

    private async Task<Answer> CommandAsync(
        Heard heard, Reading reading, Command command, Rulebook rules, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(heard, reading, command, rules, cancellationToken);
        return found switch
        {
            Found.These these => await desk.ActAsync(heard, these.IssueIds, command, rules, cancellationToken),
            Found.OneOf several when heard.Door == Door.Bot && (heard.InGroup || heard.Person!.SeesCards) => await desk.AnswerAsync(
                heard,
                new Answer.NewCard(rules.Cards.Pick(TaskIds.List(MessageToken.Of(heard.MessageId), []), several.Issues, command.ToString())),
                cancellationToken),
            Found.OneOf several => await desk.AnswerAsync(heard, new Answer.Text(rules.Answers.WhichOne(several.Issues, command.Verb)), cancellationToken),
            Found.None when reading.Problems.Count > 0 => await desk.ReportAsync(heard, reading, rules, cancellationToken),
            Found.NoneCalled none => await desk.AnswerAsync(heard, new Answer.Text(AnswerWriter.NoSuchIssue(none.Tag)), cancellationToken),
            _ => await desk.AnswerAsync(
                heard,
                new Answer.Text(
                    command.Verb is "called" or "alarmoff" ? AnswerWriter.NoAlarm
                    : reading.Intent == Intent.Acknowledge ? AnswerWriter.NothingToReceive
                    : AnswerWriter.NothingOfYours),
                cancellationToken),
        };
    }

    /// <summary>A key is verb:number, or verb:number:argument; pick carries a whole command behind the number.</summary>
    private async Task<Answer> TapAsync(Heard heard, Tap tap, Rulebook rules, CancellationToken cancellationToken)
    {
        if (tap.Key == CardWriter.BusyWithAll)
        {
            return await desk.ActAsync(heard, await finder.FindListedAsync(heard, tap, cancellationToken), new Command("busy"), rules, cancellationToken);
        }

        var parts = tap.Key.Split(':', 3);
        var number = parts.Length > 1 && long.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0;
        if (await finder.FindTappedAsync(heard, tap, number, rules, cancellationToken) is not { } issue)
        {
            return await desk.AnswerAsync(heard, new Answer.Nothing(), cancellationToken);
        }

        var command = parts[0] == "pick" && parts.Length > 2
            ? Command.Parse(parts[2])
            : new Command(parts[0], parts.Length > 2 ? parts[2] : null);
        return await desk.ActAsync(heard, [issue.Id], command, rules, cancellationToken);
    }

    private static Answer SmallTalk(Heard heard, Intent intent, Rulebook rules) => intent switch
    {
        Intent.Thanks or Intent.Notice or Intent.Leave => new Answer.Nothing(),
        Intent.Enquiry => new Answer.Text(AnswerWriter.Enquiry(rules.DutyPhoneOf(PlaceOf(heard, rules)))),
        Intent.Suggest => new Answer.Text(AnswerWriter.Suggestion),
        _ => new Answer.Text(AnswerWriter.NotUnderstood(rules.DutyPhoneOf(PlaceOf(heard, rules)))),
    };

    private static string? PlaceOf(Heard heard, Rulebook rules) =>
        rules.Roster.FindGroup(heard.ChatId)?.PlaceId ?? heard.Person?.PlaceId;
}
