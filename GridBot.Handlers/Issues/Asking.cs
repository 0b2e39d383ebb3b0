using GridBot.Core.Issues;
using GridBot.Core.Wording;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Settings;
using GridBot.WeCom.Messages;

namespace GridBot.Handlers.Issues;

/// <summary>One person asking something of one issue: which form the answer takes, given where and how they asked.</summary>
internal sealed class Asking(Heard heard, Issue issue, Rulebook rules)
{
    private string NewTask(Issue about) =>
        heard.Tap?.TaskId ?? TaskIds.Answering(about.Id, about.Summons, MessageToken.Of(heard.MessageId));

    /// <summary>A command that needs something more first gets buttons to choose from, or a sentence on how to write it.</summary>
    public Answer? ForMore(Command command) => command switch
    {
        { Verb: "transfer", Argument: null } => Choose(rules.Cards.TransferTargets(issue, NewTask(issue), heard.UserId), AnswerWriter.SayWhoTo),
        { Verb: "transfer", Argument: "me" } => AsItStands(),
        { Verb: "transfer", Argument: { } level } when TransferTarget.LevelNamed(level) is not null => null,
        { Verb: "transfer", Argument: { } name } => TransferTarget.Find(issue, name, rules.Roster) switch
        {
            [] => Say(AnswerWriter.NobodyCalled(name)),
            [_] => null,
            var several => Choose(rules.Cards.People(issue, NewTask(issue), several), AnswerWriter.NobodyCalled(name)),
        },
        { Verb: "return", Argument: null } when heard.InGroup => Say(AnswerWriter.OnYourOwnCard),
        { Verb: "return", Argument: "write" } => Say(AnswerWriter.WriteReason(issue)),
        { Verb: "return", Argument: null } => Choose(rules.Cards.ReturnReasons(issue, NewTask(issue)), AnswerWriter.SayWhy),
        { Verb: "correct", Argument: null } => Choose(
            rules.Cards.CategoryChoices(issue, NewTask(issue), LikelyCategories()), AnswerWriter.SayWhat),
        { Verb: "unsure" } => Say(AnswerWriter.Unsure(issue, rules.Cards.What(issue))),
        { Verb: "asked" } when issue.Stage is Stage.Resolved && heard is { Tap: { } tap, InGroup: false } =>
            new Answer.ChangedCard(rules.Cards.Ask(issue, tap.TaskId, heard.At, rules.Policy.CloseAfter), heard.UserId),
        { Verb: "status" or "asked" } => AsItStands(),
        _ => null,
    };

    /// <summary>Whether the group sees the answer itself, and which 1:1 card changes in it.</summary>
    public AlreadySeen SeenAfter(Decision.Changed decision) => new(
        heard.InGroup && heard.ChatId == decision.Issue.ChatId && decision.Effects.Any(e => e is Effect.TellGroup) ? heard.ChatId : null,
        heard.InGroup ? null : heard.Tap?.TaskId);

    public Answer AnswerTo(IssueEvent happened, Decision.Changed decision)
    {
        var sentence = rules.Answers.Sentence(happened, issue, decision, heard.At, heard.InGroup);
        if (heard.Tap is not { } tap)
        {
            return new Answer.Text(sentence);
        }

        if (!heard.InGroup && decision.Effects.Any(e => e is Effect.AskToAssign))
        {
            return new Answer.ChangedCard(rules.Cards.ToAssign(decision.Issue, tap.TaskId), heard.UserId);
        }

        if (!heard.InGroup)
        {
            return new Answer.ChangedCard(rules.Cards.PersonAfter(decision.Issue, heard.UserId, tap.TaskId, sentence, heard.At), heard.UserId);
        }

        if (decision.Issue.IsPrivate)
        {
            return new Answer.ChangedCard(CardWriter.Hidden(tap.TaskId), null);
        }

        var forAll = decision.Issue.Stage.GetType() != issue.Stage.GetType()
            || happened is IssueEvent.Corrected or IssueEvent.NeededNow or IssueEvent.Called or IssueEvent.OnSite;
        return forAll
            ? new Answer.ChangedCard(rules.Cards.Group(decision.Issue, tap.TaskId, heard.At), null)
            : new Answer.ChangedCard(rules.Cards.Group(decision.Issue, tap.TaskId, heard.At, null, sentence), heard.UserId);
    }

    public Answer Refuse(Refusal why) => Say(rules.Answers.Refused(why, issue, heard.At));

    public Answer AsItStands() => heard switch
    {
        { Tap: { } tap, InGroup: true } => new Answer.ChangedCard(rules.Cards.Group(issue, tap.TaskId, heard.At), heard.UserId),
        _ => Say(rules.Cards.StandsAt(issue, heard.At)),
    };

    private Answer Say(string sentence) => heard.Tap switch
    {
        null => new Answer.Text(sentence),
        { } tap when heard.InGroup => new Answer.ChangedCard(rules.Cards.Group(issue, tap.TaskId, heard.At, null, sentence), heard.UserId),
        { } tap => new Answer.ChangedCard(rules.Cards.PersonAfter(issue, heard.UserId, tap.TaskId, sentence, heard.At), heard.UserId),
    };

    /// <summary>Buttons where the channel can show them: a tapped card changes, the robot answers with a card, the app with a sentence.</summary>
    private Answer Choose(Card card, string sentence) => heard switch
    {
        { Tap: not null } => new Answer.ChangedCard(card, heard.UserId),
        { Door: Door.Bot } => new Answer.NewCard(card),
        _ => new Answer.Text(sentence),
    };

    private IEnumerable<string> LikelyCategories()
    {
        var reading = rules.Understander.Read(Lesson.Told(issue, rules));
        return reading.Problems.SelectMany(p => p.Alternatives)
            .Concat(rules.Categories.Categories.Select(c => c.Code))
            .Where(c => c != issue.Category && !(heard.InGroup && rules.Categories.IsPrivate(c, null)))
            .Distinct();
    }
}
