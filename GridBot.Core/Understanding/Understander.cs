using System.Collections.Frozen;
using GridBot.Core.Issues;
using GridBot.Core.Roster;

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
    private readonly ProblemReader _problems;
    private readonly UntilReader _until;
    private readonly PlaceIndex _places;

    public Understander(Vocabulary vocabulary, CategoryTree tree, PlaceIndex places, Calendar calendar, DailyWindow noisyNight)
    {
        _book = new PhraseBook(vocabulary, tree);
        _words = new CategoryWords(_book, tree);
        _problems = new ProblemReader(_book, tree, _words, new UrgencyRules(calendar, noisyNight));
        _until = new UntilReader(calendar);
        _places = places;
    }

    private Understander(Understander other, PlaceIndex places) =>
        (_book, _words, _problems, _until, _places) = (other._book, other._words, other._problems, other._until, places);

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

        var alarm = EmergencyWatch.Watch(passage);
        var guess = _words.Guess(passage, passage.Opening, passage.Text.Length);
        var intent = alarm is null ? IntentRules.Decide(passage, guess) : new IntentGuess(Intent.Report, 0.95, true);
        return Buttons.TryGetValue(passage.Core, out var verb) && alarm is null
            ? new Reading { Intent = Intent.Acknowledge, References = References(passage, utterance, Intent.Acknowledge), Button = verb }
            : Particulars(passage, utterance, alarm, intent);
    }

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
        var own = PlaceReader.Read(passage, passage.Opening, passage.Text.Length, utterance, _places);
        return new Reading
        {
            Intent = Intent.Report,
            Confidence = 0.9,
            Problems = _problems.Read(subject, EmergencyWatch.Watch(subject), own, utterance, _places),
            Spans = SpanReader.Read(passage),
        };
    }

    private Reading Particulars(Passage passage, Utterance utterance, Finding? alarm, IntentGuess guess)
    {
        var intent = guess.Intent;
        var reading = new Reading
        {
            Intent = intent,
            Confidence = guess.Confidence,
            IsAbusive = passage.Has(Mark.Abuse),
            References = References(passage, utterance, intent),
            Spans = SpanReader.Read(passage),
        };

        return intent switch
        {
            Intent.Report => reading with { Problems = _problems.Read(passage, alarm, null, utterance, _places) },
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
                    Problems = intent is Intent.Dispute && passage.NamesAPlace ? _problems.Read(passage, null, null, utterance, _places) : [],
                    All = intent is Intent.Acknowledge && passage.Text.AsSpan(passage.Opening).IndexOfAny('都', '全') is >= 0 and < 4,
                },
            _ => reading,
        };
    }

    /// <summary>What stands in the text goes before what stands in the quote. A bare number names an issue only beside a command.</summary>
    private static IReadOnlyList<IssueReference> References(Passage passage, Utterance utterance, Intent intent)
    {
        var bare = intent is not (Intent.Report or Intent.Notice or Intent.Suggest or Intent.Chatter or Intent.Thanks or Intent.Leave or Intent.Enquiry);
        IReadOnlyList<IssueReference> inText = [.. passage.References.Where(r => bare || r.Marked).Select(r => r.Reference).Distinct()];
        return inText.Count > 0 ? inText : ReferenceReader.InQuote(utterance.Quoted);
    }

    private Question Ask(Passage passage, Utterance utterance, bool namesAnIssue)
    {
        var place = PlaceReader.Read(passage, passage.Opening, passage.Text.Length, utterance, _places);
        return QuestionReader.Read(passage, place is { Inferred: false } said ? said.PlaceId : null, namesAnIssue);
    }

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
