using GridBot.Core.Roster;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;
using GridBot.Handlers.Binding;
using GridBot.Handlers.Escalation;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Questions;
using GridBot.Handlers.Settings;
using GridBot.WeCom.Messages;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Receiving;

/// <summary>Understands what was heard and brings it to the desk it belongs to.</summary>
public sealed class Listener(
    IssueDesk desk, IssueFinder finder, StatusDesk status, BindingDesk binding, Identities identities, BrakeLever brake,
    RulesInForce inForce, ILogger<Listener> logger)
{
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

        return heard.Tap is { } tap
            ? await TapAsync(heard, tap, rules, cancellationToken)
            : await ReadAsync(heard, rules, cancellationToken);
    }

    private async Task<Answer> ReadAsync(Heard heard, Rulebook rules, CancellationToken cancellationToken)
    {
        if (await brake.ObeyAsync(heard, rules, cancellationToken) is { } obeyed)
        {
            return await desk.AnswerAsync(heard, new Answer.Text(obeyed), cancellationToken);
        }

        heard = Opening.Read(heard, MayRehearse(heard, rules));
        var reading = Understand(heard, rules);
        if (heard.IsRehearsal && reading.Intent != Intent.Report)
        {
            return await desk.AnswerAsync(heard, SmallTalk(heard, Intent.Chatter, rules), cancellationToken);
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

    private static bool MayRehearse(Heard heard, Rulebook rules) =>
        heard.Person!.Role is Role.Admin or Role.Staff || RosterBook.SameUser(rules.Roster.OfficeOf(heard.Person.PlaceId)?.Admin, heard.UserId);

    private async Task<Answer> CommandAsync(
        Heard heard, Reading reading, Command command, Rulebook rules, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(heard, reading, command, rules, cancellationToken);
        return found switch
        {
            Found.These these => await desk.ActAsync(heard, these.IssueIds, command, rules, cancellationToken),
            Found.OneOf several when heard.Door == Door.Bot => await desk.AnswerAsync(
                heard,
                new Answer.NewCard(rules.Cards.Pick(TaskIds.List(MessageToken.Of(heard.MessageId), []), several.Issues, command.ToString())),
                cancellationToken),
            Found.OneOf several => await desk.AnswerAsync(heard, new Answer.Text(rules.Answers.WhichOne(several.Issues, command.Verb)), cancellationToken),
            Found.None when reading.Problems.Count > 0 => await desk.ReportAsync(heard, reading, rules, cancellationToken),
            Found.NoneCalled none => await desk.AnswerAsync(heard, new Answer.Text(AnswerWriter.NoSuchIssue(none.Tag)), cancellationToken),
            _ => await desk.AnswerAsync(
                heard,
                new Answer.Text(reading.Intent == Intent.Acknowledge ? AnswerWriter.NothingToReceive : AnswerWriter.NothingOfYours),
                cancellationToken),
        };
    }

    /// <summary>A key is verb:number, or verb:number:argument; pick carries a whole command behind the number.</summary>
    private async Task<Answer> TapAsync(Heard heard, Tap tap, Rulebook rules, CancellationToken cancellationToken)
    {
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
