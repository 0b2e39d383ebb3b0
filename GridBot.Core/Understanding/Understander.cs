using System.Collections.Frozen;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding;

/// <summary>
/// What a message means. Built once from the word files; <see cref="For"/> gives the same ears for another roster.
/// Pure and safe to share between threads.
/// </summary>
/// <remarks>
/// It doesn't know who asks. 修好了 reads as <see cref="Intent.Resolve"/>, 好了谢谢 as <see cref="Intent.Confirm"/>, by
/// their wording; the caller, who knows owner and reporter, takes the one for the other where the role says so. An
/// alarm is always read as a report, whatever else the message says. 演练 at the beginning silences every alarm:
/// a rehearsal's caller cuts it off before asking.
/// </remarks>
public sealed class Understander
{
    private static readonly FrozenDictionary<string, string> Buttons = new Dictionary<string, string>
    {
        ["阅"] = "read", ["已阅"] = "read", ["知道"] = "read", ["知道了"] = "read", ["知悉"] = "read", ["已知悉"] = "read", ["了解"] = "read",
        ["现在要人"] = "now", ["等不得"] = "now", ["已有人在办"] = "heard", ["现在不便"] = "busy", ["不便"] = "busy", ["不方便"] = "busy",
    }.ToFrozenDictionary();

    private readonly PhraseBook _book;
    private readonly CategoryWords _words;
    private readonly Judge _judge;
    private readonly UrgencyRules _urgency;
    private readonly ProblemReader _problems;
    private readonly UntilReader _until;
    private readonly PlaceIndex _places;

    /// <param name="weights">What was learned; null: the rules decide alone.</param>
    public Understander(
        Vocabulary vocabulary, CategoryTree tree, PlaceIndex places, Calendar calendar, DailyWindow noisyNight, Weights? weights = null)
    {
        _book = new PhraseBook(vocabulary, tree);
        _words = new CategoryWords(_book, tree);
        _judge = new Judge(_book, tree, _words, weights is null ? null : new Classifier(weights, _book, tree));
        _urgency = new UrgencyRules(calendar, noisyNight);
        _problems = new ProblemReader(tree, _words, _urgency, _judge);
        _until = new UntilReader(calendar);
        _places = places;
    }

    private Understander(Understander other, PlaceIndex places) =>
        (_book, _words, _judge, _urgency, _problems, _until, _places) =
            (other._book, other._words, other._judge, other._urgency, other._problems, other._until, places);

    /// <summary>The same words for another roster, without compiling them again.</summary>
    public Understander For(RosterBook roster) => new(this, new PlaceIndex(roster));

    /// <summary>The places that somebody may mean by a name, the likeliest first; empty where the roster has none such.</summary>
    public IReadOnlyList<Place> PlacesCalled(string name, Person asker, DateTimeOffset at)
    {
        var passage = Passage.Of(name, _book, _places);
        var utterance = new Utterance(name, null, asker.UserId, asker, null, at);
        var roster = _places.Roster;
        return PlaceReader.Read(passage, 0, passage.Text.Length, utterance, _places) is { Inferred: false } read
            ? [.. read.Candidates.Prepend(read.PlaceId).Select(roster.FindPlace).OfType<Place>()]
            : [.. roster.Places.Where(p => p.Id == name || p.Name == name || p.Aliases.Contains(name))];
    }

    public Reading Read(Utterance utterance)
    {
        var passage = Passage.Of(utterance.Text, _book, _places);
        if (utterance.Quoted is { Length: > 0 } quoted && PointsAtQuote(passage))
        {
            return ReadQuote(passage, quoted, utterance);
        }

        if (AlarmAnswers.Read(passage.Text) is var (button, named))
        {
            return new Reading
            {
                Intent = Intent.Acknowledge,
                Confidence = 0.9,
                References = named is null ? ReferenceReader.InQuote(utterance.Quoted) : [named],
                Button = button,
            };
        }

        var judged = JudgeIt(passage, utterance);
        return Buttons.TryGetValue(passage.Core, out var verb) && judged.Alarm is null
            ? new Reading
            {
                Intent = Intent.Acknowledge,
                References = References(passage, utterance, Intent.Acknowledge),
                Button = verb,
                Judgement = judged.Judgement,
            }
            : Particulars(passage, utterance, judged);
    }

    /// <summary>What the model looks at of a message, to be learned from later; null without a model.</summary>
    public Pieces? PiecesOf(Utterance utterance) =>
        _judge.PiecesOf(Passage.Of(utterance.Text, _book, _places), Judge.RoleOf(utterance));

    private Verdict JudgeIt(Passage passage, Utterance utterance)
    {
        var before = utterance.Before ?? utterance.Quoted;
        var thought = _judge.Of(passage, Judge.RoleOf(utterance), before is { Length: > 0 } ? Passage.Of(before, _book, _places) : null);
        var told = _urgency.Of(thought.Category, passage, passage.Opening, passage.Text.Length, utterance.At, thought.Urgency);
        var whole = new WholeGuess(thought.Said, _judge.Careful(thought.Category, thought.Said, passage), thought.Urgency);
        return new Verdict(thought.Intent, whole, _judge.Sum(thought, told), thought.Alarm);
    }

    private readonly record struct Verdict(IntentGuess Intent, WholeGuess Whole, Judgement Judgement, Alarm? Alarm);

    /// <summary>Nothing but an @, 请登记, 这个谁管: the quoted message is what it is about.</summary>
    private static bool PointsAtQuote(Passage passage) =>
        passage.Core.Length == 0
            ? passage.References.Count == 0 && !passage.Findings.Exists(f => f.Sense.Meaning == Meaning.Intent)
            : passage.Has(Mark.AboutQuote) && passage.Core.Length <= 24;

    /// <summary>A quoted card of the robot names its issue and is a question about it; anything else is a report.</summary>
    private Reading ReadQuote(Passage passage, string quoted, Utterance utterance)
    {
        var references = ReferenceReader.InQuote(quoted);
        if (references.Count > 0 && quoted.TrimStart().StartsWith('【'))
        {
            return new Reading { Intent = Intent.Query, Confidence = 0.7, References = references, Question = new Question(Topic.Issue, null) };
        }

        var subject = Passage.Of(quoted, _book, _places);
        var judged = JudgeIt(subject, utterance with { Quoted = null });
        var own = PlaceReader.Read(passage, passage.Opening, passage.Text.Length, utterance, _places);
        return new Reading
        {
            Intent = Intent.Report,
            Confidence = 0.9,
            Problems = _problems.Read(subject, judged.Alarm, own, utterance, _places, judged.Whole),
            Judgement = judged.Judgement,
            Spans = SpanReader.Read(passage),
        };
    }

    private Reading Particulars(Passage passage, Utterance utterance, Verdict judged)
    {
        var intent = judged.Alarm is null && OnlyScolds(passage, judged.Whole.Said) ? Intent.Chatter : judged.Intent.Intent;
        var reading = new Reading
        {
            Intent = intent,
            Confidence = judged.Intent.Confidence,
            Judgement = judged.Judgement,
            IsAbusive = passage.Has(Mark.Abuse),
            IsConfiding = _words.Confided(passage, passage.Opening, passage.Text.Length) is not null,
            References = References(passage, utterance, intent),
            Spans = SpanReader.Read(passage),
        };

        return intent switch
        {
            Intent.Report => reading with { Problems = _problems.Read(passage, judged.Alarm, null, utterance, _places, judged.Whole) },
            Intent.Query => reading with { Question = Ask(passage, utterance, reading.References.Count > 0) },
            Intent.Help => reading with { Question = new Question(Topic.Help, null) },
            Intent.Correct => Corrected(passage, utterance, reading),
            Intent.Transfer => reading with { Target = TransferTarget.Read(passage), Words = CommandWords.Beside(passage, _book, intent, dropsCommand: true) },
            Intent.Defer => reading with
            {
                Until = _until.Read(passage.Text, utterance.At),
                Words = CommandWords.Beside(passage, _book, intent, dropsCommand: true),
            },
            Intent.Resolve or Intent.Progress or Intent.Acknowledge or Intent.Return or Intent.Escalate or Intent.GiveUp
                or Intent.Supplement or Intent.Confirm or Intent.Dispute or Intent.Withdraw or Intent.Nudge =>
                reading with
                {
                    Words = CommandWords.Beside(passage, _book, intent, dropsCommand: false),
                    Problems = intent is Intent.Dispute && passage.NamesAPlace ? _problems.Read(passage, null, null, utterance, _places, judged.Whole) : [],
                    PlaceId = intent is Intent.Supplement ? SaidPlace(passage, utterance) : null,
                    All = intent is Intent.Acknowledge && passage.Text.AsSpan(passage.Opening).IndexOfAny('都', '全') is >= 0 and < 4,
                },
            Intent.Chatter => reading with { PlaceId = SaidPlace(passage, utterance) },
            _ => reading,
        };
    }

    /// <summary>Scolding that names neither a place nor anything that could be wrong there.</summary>
    private static bool OnlyScolds(Passage passage, CategoryGuess said) =>
        passage.Has(Mark.Abuse) && !passage.NamesAPlace && passage.References.Count == 0 && said.Score == 0;

    /// <summary>What stands in the text goes before what stands in the quote. A bare number names an issue only beside a command.</summary>
    private static IReadOnlyList<IssueReference> References(Passage passage, Utterance utterance, Intent intent)
    {
        if (passage.References.Count == 0)
        {
            return ReferenceReader.InQuote(utterance.Quoted);
        }

        var bare = intent is not (Intent.Report or Intent.Notice or Intent.Suggest or Intent.Chatter or Intent.Thanks or Intent.Leave or Intent.Enquiry);
        var inText = new List<IssueReference>(passage.References.Count);
        foreach (var found in passage.References)
        {
            if ((bare || found.Marked) && !inText.Contains(found.Reference))
            {
                inText.Add(found.Reference);
            }
        }

        return inText.Count > 0 ? inText : ReferenceReader.InQuote(utterance.Quoted);
    }

    private Question Ask(Passage passage, Utterance utterance, bool namesAnIssue) =>
        QuestionReader.Read(passage, SaidPlace(passage, utterance), namesAnIssue);

    private string? SaidPlace(Passage passage, Utterance utterance) =>
        passage.NamesAPlace && PlaceReader.Read(passage, passage.Opening, passage.Text.Length, utterance, _places) is { Inferred: false } said
            ? said.PlaceId
            : null;

    private Reading Corrected(Passage passage, Utterance utterance, Reading reading)
    {
        var from = Math.Max(CorrectionReader.Instead(passage.Text), passage.Opening);
        var place = PlaceReader.Read(passage, from, passage.Text.Length, utterance, _places);
        var category = _words.Named(passage, from, passage.Text.Length)?.Code;
        return reading with
        {
            NewCategory = category,
            NewPlaceId = category is null && place is { Inferred: false } said ? said.PlaceId : null,
            Words = CommandWords.Beside(passage, _book, Intent.Correct, dropsCommand: false),
        };
    }
}
