using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training;
using GridBot.Core.Understanding.Training.Lines;

namespace GridBot.Host.Learning;

/// <summary>What the trainer may learn from each kind of labelled file.</summary>
internal sealed class Lessons(CategoryTree tree)
{
    /// <summary>
    /// The classes of a city's own letter box are wider than ours; a letter of that class may belong to any of these.
    /// </summary>
    private static readonly Dictionary<string, string[]> LetterClasses = new()
    {
        ["urban"] = ["fire", "sanitation", "utilities", "facility", "greening", "illegal_build", "housing", "property", "vendor", "land_estate", "other"],
        ["environment"] = ["noise", "pollution", "sanitation"],
        ["transport"] = ["traffic", "parking"],
        ["trade_tourism"] = ["market", "vendor"],
        ["labour_social"] = ["labour", "public_service"],
        ["education"] = ["public_service"],
        ["health"] = ["public_service"],
    };

    /// <summary>What templates say of classes is soon said.</summary>
    private const float MadeClass = 0.3f;

    private const float JudgedTicket = 0.5f;
    private const float JudgedTitle = 0.5f;
    private const float JudgedDetail = 0.3f;

    private readonly IReadOnlyList<string> _categories = Codes.Of(Aspect.Category, tree);

    public IEnumerable<Example> Of(Labelled line) => line.Kind switch
    {
        FileKind.Hotline => OfHotline(line, 1),
        FileKind.Letters => OfLetter(line),
        FileKind.Titles => [Plain(line).Says(Aspect.Channel, Codes.Channels, [Codes.Letter]).Says(Aspect.Category, _categories, line.Categories)],
        FileKind.Chitchat =>
        [
            Plain(line)
                .Says(Aspect.Channel, Codes.Channels, [Codes.Chat])
                .Says(Aspect.Issue, Codes.Issues, ["no"], 0.6f)
                .Says(Aspect.Intent, Codes.Intents, ["chat"], 0.2f),
        ],
        _ => [OfChat(line)],
    };

    public Example Of(TrainingLine line) => OfChat(new Labelled(
        FileKind.Chat, "", line.Text, "", "", line.Role, line.Thread, line.Intent, "", line.Categories, line.Urgency, ""));

    /// <summary>A line out of templates: much like others, so it is no measure of what is understood.</summary>
    public Example OfMade(TrainingLine line) =>
        (Of(line) with { Group = "" }).Says(Aspect.Category, _categories, line.Categories, MadeClass);

    /// <summary>
    /// The words of the category tree that say by themselves that something is wrong, alone and behind a building: the
    /// shortest reports there are.
    /// </summary>
    public IEnumerable<Example> OfWords() =>
        from category in tree.Categories
        from word in category.Words.Concat(category.Subcategories.SelectMany(s => s.Words))
        where !word.StartsWith('~')
        from place in (string[])["", "3栋"]
        select new Example(place + word.Replace("…", "", StringComparison.Ordinal), "", "", "")
            .Says(Aspect.Issue, Codes.Issues, ["yes"], 0.3f)
            .Says(Aspect.Intent, Codes.Intents, ["report"], 0.3f)
            .Says(Aspect.Category, _categories, [category.Code], 0.3f);

    /// <summary>The phrases of the vocabulary, for the intents that labelled chats know too.</summary>
    public static IEnumerable<Example> OfPhrases(Vocabulary vocabulary) =>
        from code in Codes.Intents
        let intent = Codes.IntentOf(code)!.Value
        from phrase in vocabulary.Intents.GetValueOrDefault(intent, [])
        select new Example(phrase.Replace("…", "", StringComparison.Ordinal).TrimStart('=', '^'), "", "", "")
            .Says(Aspect.Issue, Codes.Issues, [intent is Intent.Report or Intent.Dispute ? "yes" : "no"], 0.3f)
            .Says(Aspect.Intent, Codes.Intents, [code], 0.3f);

    private static Example Plain(Labelled line) => new(line.Text, line.Group.Length > 0 ? line.Group : line.Text, line.Role, line.Before);

    private IEnumerable<Example> OfHotline(Labelled line, float weight)
    {
        yield return Plain(line)
            .Says(Aspect.Channel, Codes.Channels, [Codes.Hotline])
            .Says(Aspect.Category, _categories, line.Categories, weight)
            .Says(Aspect.HotlineIntent, Codes.HotlineIntents, line.Head == line.Text ? [line.Intent] : []);
        if (line.Head.Length > 0 && line.Head != line.Text)
        {
            yield return new Example(line.Head, Plain(line).Group, "", "")
                .Says(Aspect.Channel, Codes.Channels, [Codes.Hotline])
                .Says(Aspect.Category, _categories, line.Categories, 0.5f * weight)
                .Says(Aspect.HotlineIntent, Codes.HotlineIntents, [line.Intent]);
        }
    }

    private IEnumerable<Example> OfLetter(Labelled line)
    {
        var classes = LetterClasses.GetValueOrDefault(line.Label) ?? [];
        yield return Plain(line).Says(Aspect.Channel, Codes.Channels, [Codes.Letter]).Says(Aspect.Category, _categories, classes, 0.3f);
        if (line.Head.Length > 0)
        {
            yield return new Example(line.Head, line.Text, "", "").Says(Aspect.Category, _categories, classes, 0.2f);
        }
    }

    /// <summary>
    /// A ticket that the hotline's operators left in a mixed class. What one reader finds counts less than an operator's
    /// label, and is no measure of confidence.
    /// </summary>
    public IEnumerable<Example> OfJudged(Labelled ticket, string category) =>
        OfHotline(ticket with { Categories = [category] }, JudgedTicket).Select(e => e with { Group = "" });

    /// <summary>A letter that one reader has judged: its title says what matters, its detail less so.</summary>
    public IEnumerable<Example> OfJudged(StreamLetter letter, string category)
    {
        yield return new Example(letter.Title, "", "", "")
            .Says(Aspect.Channel, Codes.Channels, [Codes.Letter])
            .Says(Aspect.Category, _categories, [category], JudgedTitle);
        if (letter.Detail.Length > 0)
        {
            yield return new Example(letter.Detail, "", "", "").Says(Aspect.Category, _categories, [category], JudgedDetail);
        }
    }

    private Example OfChat(Labelled line)
    {
        var isIssue = line.Intent is "report" or "reopen";
        return Plain(line)
            .Says(Aspect.Channel, Codes.Channels, [Codes.Chat])
            .Says(Aspect.Issue, Codes.Issues, [isIssue ? "yes" : "no"])
            .Says(Aspect.Intent, Codes.Intents, [line.Intent, line.OtherIntent])
            .Says(Aspect.Category, _categories, line.Categories)
            .Says(Aspect.Urgency, Codes.Urgencies, line.Urgency.Length > 0 ? [line.Urgency] : []);
    }
}
