using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Core.Wording;

/// <content>Cards that ask something back: which one, who, why.</content>
public sealed partial class CardWriter
{
    /// <summary>Somebody says that this person is on it; only their own tap counts.</summary>
    public Card IfOnIt(Issue issue, string taskId) =>
        new(taskId, $"{Phrases.Tag(issue)}{Phrases.OnItTitle}", What(issue), Phrases.OnItText, [],
            [new CardButton(Phrases.YesOnIt, Key("ack", issue), ButtonTone.Main), new CardButton(Phrases.NotMe, Key("busy", issue))]);

    /// <summary>Somebody of the sub-district took it: who does it?</summary>
    public Card ToAssign(Issue issue, string taskId) =>
        new(taskId, $"{Phrases.Tag(issue)}{Phrases.AssignTitle}", What(issue), Phrases.AssignText, [],
            [
                .. new[] { (Level.Grid, Phrases.Grid, "grid"), (Level.Community, Phrases.Community, "community") }
                    .Where(l => Privacy.Askable(issue, l.Item1, naming.Roster.ResponsibleAt(issue.PlaceId, l.Item1)).Count > 0)
                    .Select(l => new CardButton(l.Item2, $"{Key("transfer", issue)}:{l.Item3}", ButtonTone.Main)),
                new CardButton(Phrases.Myself, Key("transfer", issue) + ":me"),
            ]);

    /// <summary>So many issues and a button for all of them that says no fit on a list card.</summary>
    public const int MostRung = MostButtons - 1;

    /// <summary>The key of 现在不便 on a list card: it speaks for all that still wait for whoever taps it.</summary>
    public const string BusyWithAll = "busy:all";

    private static readonly CardButton _busyWithAll = new(Phrases.Busy, BusyWithAll);

    /// <summary>What waited over night, as one card: each line with its own button, and one to say no to all.</summary>
    public static Card Morning(string taskId, IReadOnlyList<Brief> waiting) =>
        new(taskId, Phrases.MorningTitle, "", Phrases.MorningText,
            [.. waiting.Select(b => new CardFact($"#{b.Number}", b.What))],
            [.. waiting.Select(b => new CardButton(Fitting.Cut($"{Phrases.Take}#{b.Number}", Fitting.Button), $"ack:{b.Number}", ButtonTone.Main)), _busyWithAll]);

    /// <summary>Several 回访 for one person as one card; each line opens its own question.</summary>
    public static Card Questions(string taskId, IReadOnlyList<Brief> waiting) =>
        new(taskId, Phrases.QuestionsTitle, "", Phrases.QuestionsText,
            [.. waiting.Select(b => new CardFact($"#{b.Number}", b.What))],
            [.. waiting.Select(b => new CardButton(Fitting.Cut($"{Phrases.Say}#{b.Number}", Fitting.Button), $"asked:{b.Number}", ButtonTone.Main))]);

    /// <summary>Reasons to tap for a return.</summary>
    public Card ReturnReasons(Issue issue, string taskId) =>
        Choice(issue, taskId, Phrases.WhyTitle, Phrases.ReturnReasons.Select((r, i) => new CardButton(r, $"{Key("return", issue)}:{i + 1}"))
            .Append(new CardButton(Phrases.WriteIt, Key("return", issue) + ":write")));

    /// <summary>People to hand it to: everybody on its ladder but the tapper, the nearest first.</summary>
    public Card TransferTargets(Issue issue, string taskId, string tapper)
    {
        var people = Enum.GetValues<Level>()
            .SelectMany(l => Privacy.Askable(issue, l, naming.Roster.ResponsibleAt(issue.PlaceId, l)))
            .Where(p => !RosterBook.SameUser(p.UserId, tapper))
            .DistinctBy(p => p.UserId, StringComparer.OrdinalIgnoreCase);
        return Choice(issue, taskId, Phrases.WhoTitle, people.Select(p => new CardButton(Fitting.Cut(p.Call, Fitting.Button), $"{Key("transfer", issue)}:{p.UserId}")));
    }

    public Card People(Issue issue, string taskId, IEnumerable<Person> people) =>
        Choice(issue, taskId, Phrases.WhoTitle, people.Select(p => new CardButton(Fitting.Cut(p.Call, Fitting.Button), $"{Key("transfer", issue)}:{p.UserId}")));

    /// <summary>Registered, but the words fit several places: which one is it?</summary>
    public Card PlaceChoices(Issue issue, string taskId, IReadOnlyList<string> places) =>
        new(taskId, $"{Phrases.UrgentTag(issue)}{Phrases.WhereTitle}", What(issue), Phrases.WhereText(naming.Problem(issue)), [],
            [.. places.Take(MostButtons - 1).Select(p => new CardButton(Fitting.Cut(naming.Nearby(p), Fitting.Button), $"{Key("correct", issue)}:@{p}")),
                new CardButton(Phrases.Ack, Key("ack", issue), ButtonTone.Main)]);

    /// <summary>Somebody had reported it before.</summary>
    public Card AlreadyKnown(Issue report, Issue known, string taskId, DateTimeOffset now) =>
        new(taskId, $"{Phrases.Tag(known)}{naming.Problem(known)}",
            Fitting.Before(naming.Nearby(known.PlaceId), $" · {Phrases.Registered(naming.Clock(known.OpenedAt, now))}", Fitting.Line),
            RosterBook.SameUser(report.ReporterId, known.ReporterId)
                ? Phrases.AlreadyYours(What(known))
                : Phrases.AlreadyKnown(What(known), naming.Reporters(known)), [],
            [new CardButton(Phrases.UndoMerge, Key("undo", report)), new CardButton(Phrases.SeeStatus, Key("status", known))]);

    public Card CategoryChoices(Issue issue, string taskId, IEnumerable<string> categories) =>
        Choice(issue, taskId, Phrases.WrongTitle, categories.Select(c => new CardButton(Fitting.Cut(naming.Category(c), Fitting.Button), $"{Key("correct", issue)}:{c}")),
            Phrases.WrongText);

    /// <summary>Which of several issues is meant; each button carries the whole command.</summary>
    public Card Pick(string taskId, IReadOnlyList<Issue> issues, string command) =>
        new(taskId, Phrases.PickTitle, "", Phrases.PickText, [],
            [.. issues.Take(MostButtons).Select(i => new CardButton(Fitting.Cut($"#{i.Number} {naming.Nearby(i.PlaceId)}", Fitting.Button), $"pick:{i.Number}:{command}"))]);

    /// <summary>One message told of several problems: one card lists them, each with its own button.</summary>
    /// <param name="sentence">What the tap on it came to.</param>
    /// <param name="asked">Whose 1:1 card it is; null in a group.</param>
    public Card Several(string taskId, IReadOnlyList<Issue> issues, string? sentence = null, string? asked = null)
    {
        var (title, text) = TaskIds.IsMorning(taskId) ? (Phrases.MorningTitle, Phrases.MorningText)
            : TaskIds.IsQuestions(taskId) ? (Phrases.QuestionsTitle, Phrases.QuestionsText)
            : (Phrases.SeveralTitle, Phrases.Hint);

        // A list of an earlier version may be full already: then each line keeps its button.
        var hasRoom = issues.Count <= MostRung && TaskIds.IsMorning(taskId);
        return new(taskId, title, "", sentence is null ? text : Fitting.Cut(sentence, Fitting.Text),
            [.. issues.Take(MostFacts).Select(i => new CardFact($"#{i.Number}", ShortState(i)))],
            [.. issues.Take(MostButtons).Select(i => i.Stage switch
            {
                Stage.Waiting or Stage.Returned when !TaskIds.IsQuestions(taskId) =>
                    new CardButton(Fitting.Cut($"{Phrases.Take}#{i.Number}", Fitting.Button), Key("ack", i), ButtonTone.Main),
                Stage.Resolved when TaskIds.IsQuestions(taskId) =>
                    new CardButton(Fitting.Cut($"{Phrases.Say}#{i.Number}", Fitting.Button), Key("asked", i), ButtonTone.Main),
                _ => new CardButton(Fitting.Cut($"{Phrases.See}#{i.Number}", Fitting.Button), Key("status", i)),
            }),
            .. hasRoom && asked is not null && issues.Any(i => i.Asking(asked) is not null) ? [_busyWithAll] : Array.Empty<CardButton>()]);
    }

    private string ShortState(Issue issue) => issue.Stage switch
    {
        Stage.Acknowledged a => $"{What(issue)}（{Phrases.TakenBy(naming.Call(a.By))}）",
        Stage.Resolved => $"{What(issue)}（{Phrases.DoneWord}）",
        _ => What(issue),
    };

    private Card Choice(Issue issue, string taskId, string title, IEnumerable<CardButton> buttons, string? text = null) =>
        new(taskId, $"{Phrases.Tag(issue)}{title}", What(issue), text ?? Phrases.PickText, [],
            [.. buttons.Take(MostButtons - 1), new CardButton(Phrases.Back, Key("status", issue))]);
}
