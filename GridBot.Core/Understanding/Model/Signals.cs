using System.Globalization;
using GridBot.Core.Issues;

namespace GridBot.Core.Understanding.Model;

/// <summary>
/// What the word lists, the rules and the shape of a message say of it. A signal is there or not; its name says what
/// it is, so that word lists may change without the model: a new word for noise speaks as the others do.
/// </summary>
internal sealed class Signals
{
    /// <summary>Room for the signals of one message.</summary>
    public const int Most = 256;

    private static readonly string[] Shapes =
    [
        "asks", "exclaims", "digits", "at", "quotes", "forwarded", "emoji", "sticker", "reference", "place", "door", "lines", "bracketed", "danger", "strong",
        "negated", "thread",
    ];

    private static readonly int Negated = Array.IndexOf(Shapes, "negated");
    private static readonly double[] Lengths = [1, 3, 6, 10, 15, 22, 32, 48, 80];
    private static readonly double[] ToldSteps = [-0.5, 0.4, 1, 1.9, 3, 4, 6, 8];

    private readonly int[] _marks;
    private readonly int[] _intents;
    private readonly int[] _whole;
    private readonly int[] _rules;
    private readonly int[] _certain;
    private readonly int[] _strong;
    private readonly int[] _weak;
    private readonly int[] _best;
    private readonly int[] _subcategories;
    private readonly int[] _categoryOf;
    private readonly int[] _roles;
    private readonly int[] _shapes;
    private readonly int[] _lengths;
    private readonly int[] _told;
    private readonly int[] _intentsBefore;
    private readonly int[] _categoriesBefore;
    private readonly string[] _codes;

    public Signals(IReadOnlyList<string> names, PhraseBook book, CategoryTree tree)
    {
        var rows = names.Select((n, i) => (n, i)).ToDictionary(n => n.n, n => n.i);
        int[] Rows(string prefix, IEnumerable<string> of) => [.. of.Select(n => rows.GetValueOrDefault($"{prefix}:{n}", -1))];
        string[] categories = [.. tree.Categories.Select(c => c.Code)];
        _codes = categories;
        _marks = Rows("mark", Enum.GetNames<Mark>());
        _intents = Rows("word", Enum.GetNames<Intent>());
        _whole = Rows("whole", Enum.GetNames<Intent>());
        _rules = Rows("rule", Enum.GetNames<Intent>());
        _certain = Rows("certain", Enum.GetNames<Intent>());
        _intentsBefore = Rows("before", Enum.GetNames<Intent>());
        _strong = Rows("strong", categories);
        _weak = Rows("weak", categories);
        _best = Rows("best", categories);
        _categoriesBefore = Rows("before", categories);
        _subcategories = Rows("sub", book.Classings.Select(NameOf));
        _categoryOf = [.. book.Classings.Select(c => Array.IndexOf(categories, c.Category.Code))];
        _roles = Rows("role", Codes.Roles);
        _shapes = Rows("shape", Shapes);
        _lengths = Rows("length", Steps(Lengths.Length));
        _told = Rows("told", Steps(ToldSteps.Length));
    }

    /// <summary>Every signal there is with these word lists.</summary>
    public static IReadOnlyList<string> NamesOf(PhraseBook book, CategoryTree tree)
    {
        var categories = tree.Categories.Select(c => c.Code).ToArray();
        string[] intents = Enum.GetNames<Intent>();
        return
        [
            .. Enum.GetNames<Mark>().Select(n => $"mark:{n}"),
            .. from prefix in (string[])["word", "whole", "rule", "certain", "before"] from name in intents select $"{prefix}:{name}",
            .. from prefix in (string[])["strong", "weak", "best", "before"] from code in categories select $"{prefix}:{code}",
            .. book.Classings.Where(c => c.Subcategory is not null).Select(c => $"sub:{NameOf(c)}"),
            .. Codes.Roles.Select(r => $"role:{r}"),
            .. Shapes.Select(s => $"shape:{s}"),
            .. Steps(Lengths.Length).Select(s => $"length:{s}"),
            .. Steps(ToldSteps.Length).Select(s => $"told:{s}"),
        ];
    }

    /// <summary>Writes the rows of the signals that are there, each once.</summary>
    /// <returns>How many were written.</returns>
    public int Collect(in Listened heard, Span<int> into)
    {
        var found = new Rows(into);
        var passage = heard.Passage;
        Words(passage, heard.From, heard.To, ref found);
        found.Add(_rules[(int)heard.Rule.Intent]);
        found.Add(heard.Rule.IsCertain ? _certain[(int)heard.Rule.Intent] : -1);
        found.Add(passage.Whole is { } whole ? _whole[(int)whole] : -1);
        found.Add(heard.Words.Score > 0 ? BestOf(heard.Words) : -1);
        found.Add(heard.Role >= 0 ? _roles[heard.Role] : -1);
        found.Add(_lengths[Step(heard.To - heard.From, Lengths)]);
        found.Add(_told[Step(heard.Told, ToldSteps)]);
        Shape(heard, ref found);
        if (heard.Before is { } before)
        {
            foreach (var finding in before.Findings)
            {
                found.Add(finding.Sense.Meaning switch
                {
                    Meaning.Intent => _intentsBefore[finding.Sense.Value],
                    Meaning.Category when !finding.Phrase.Weak => _categoriesBefore[_categoryOf[finding.Sense.Value]],
                    _ => -1,
                });
            }
        }

        return found.Count;
    }

    private int BestOf(CategoryGuess words)
    {
        for (var i = 0; i < _codes.Length; i++)
        {
            if (_codes[i] == words.Category.Code)
            {
                return _best[i];
            }
        }

        return -1;
    }

    private void Words(Passage passage, int from, int to, ref Rows found)
    {
        foreach (var finding in passage.Findings)
        {
            if (finding.Start < from || finding.End > to)
            {
                continue;
            }

            if (finding.IsSilenced)
            {
                found.Add(_shapes[Negated]);
                continue;
            }

            switch (finding.Sense.Meaning)
            {
                case Meaning.Mark:
                    found.Add(_marks[finding.Sense.Value]);
                    break;
                case Meaning.Intent:
                    found.Add(_intents[finding.Sense.Value]);
                    break;
                case Meaning.Category:
                    found.Add(_subcategories[finding.Sense.Value]);
                    found.Add((finding.Phrase.Weak ? _weak : _strong)[_categoryOf[finding.Sense.Value]]);
                    break;
                default:
                    break;
            }
        }
    }

    private void Shape(in Listened heard, ref Rows found)
    {
        var passage = heard.Passage;
        var text = passage.Text.AsSpan(heard.From, heard.To - heard.From);
        ReadOnlySpan<bool> shapes =
        [
            QuestionReader.IsQuestion(passage), text.Contains('!'), HasBetween(text, '0', '9'), text.Contains('@'), text.Contains('"'),
            passage.IsForwarded, HasEmoji(text), text.Contains('['), passage.References.Count > 0, passage.NamesAPlace, NamesADoor(passage),
            text.Contains('\n'), text.StartsWith("【"), heard.Alarm is not null, heard.Words.IsStrong, false, heard.Before is not null,
        ];
        for (var i = 0; i < shapes.Length; i++)
        {
            found.Add(shapes[i] ? _shapes[i] : -1);
        }
    }

    private static bool NamesADoor(Passage passage)
    {
        foreach (var number in passage.Numbers)
        {
            if (number.Kind is MentionKind.Unit or MentionKind.Floor or MentionKind.Room)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasEmoji(ReadOnlySpan<char> text) => HasBetween(text, '\uD83C', '\uD83E') || HasBetween(text, '\u2600', '\u27BF');

    private static bool HasBetween(ReadOnlySpan<char> text, char first, char last)
    {
        foreach (var c in text)
        {
            if (c >= first && c <= last)
            {
                return true;
            }
        }

        return false;
    }

    private static string NameOf(Classing classing) => $"{classing.Category.Code}/{classing.Subcategory?.Code}";

    private static IEnumerable<string> Steps(int bounds) => Enumerable.Range(0, bounds + 1).Select(i => i.ToString(CultureInfo.InvariantCulture));

    private static int Step(double value, ReadOnlySpan<double> bounds)
    {
        var step = 0;
        while (step < bounds.Length && value > bounds[step])
        {
            step++;
        }

        return step;
    }

    /// <summary>Rows without repetition; a message of a thousand equal words says it once.</summary>
    private ref struct Rows(Span<int> rows)
    {
        private readonly Span<int> _rows = rows;

        public int Count { get; private set; }

        public void Add(int row)
        {
            if (row >= 0 && Count < _rows.Length && !_rows[..Count].Contains(row))
            {
                _rows[Count++] = row;
            }
        }
    }
}
