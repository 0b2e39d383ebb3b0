using System.Collections.Frozen;
using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

internal enum Meaning
{
    Danger,
    Mark,
    Intent,
    Category,
}

/// <summary>What a phrase stands for. Value is an index: of the danger, the mark, the intent or the class.</summary>
internal readonly record struct Sense(Meaning Meaning, int Value);

/// <summary>A phrase found at [Start, End).</summary>
internal readonly record struct Finding(int Start, int End, Sense Sense, Phrase Phrase)
{
    public bool Is(Mark mark) => Sense.Meaning == Meaning.Mark && Sense.Value == (int)mark;

    public bool Is(Intent intent) => Sense.Meaning == Meaning.Intent && Sense.Value == (int)intent;

    public bool Covers(Finding other) => Start <= other.Start && End >= other.End && Phrase.Length > other.Phrase.Length;
}

/// <summary>A class with its second-level class, as one number for the book.</summary>
internal sealed record Classing(Category Category, Subcategory? Subcategory);

/// <summary>All word lists compiled into one finder; built once.</summary>
internal sealed class PhraseBook
{
    /// <summary>How far apart the parts of "电梯…困" may stand.</summary>
    private const int WidestGap = 10;

    /// <summary>Nonsense of a thousand equal words is not read word by word; dangers still are.</summary>
    private const int MostFindings = 200;

    /// <summary>At the ends of a whole phrase these say nothing.</summary>
    private const string Particles = "了吧呀啊哈哦噢嗯呢啦哟嘛的哒呗嘞都";

    private readonly WordFinder _finder;
    private readonly (Phrase Phrase, Sense Sense)[][] _endingWith;
    private readonly FrozenDictionary<string, Intent> _whole;
    private readonly FrozenDictionary<string, int> _wordIds;

    public PhraseBook(Vocabulary vocabulary, CategoryTree tree)
    {
        Dangers = vocabulary.Dangers;
        Classings = [.. tree.Categories.SelectMany(c => c.Subcategories.Select(s => new Classing(c, s)).Prepend(new Classing(c, null)))];

        var phrases = new List<(Phrase Phrase, Sense Sense)>();
        void Add(IEnumerable<string> words, Meaning meaning, int value) =>
            phrases.AddRange(words.Select(w => (Phrase.Parse(w), new Sense(meaning, value))));

        for (var i = 0; i < Dangers.Count; i++)
        {
            Add(Dangers[i].Words, Meaning.Danger, i);
        }

        for (var i = 0; i < Classings.Count; i++)
        {
            Add(Classings[i].Subcategory?.Words ?? Classings[i].Category.Words, Meaning.Category, i);
        }

        foreach (var (mark, words) in vocabulary.Marks)
        {
            Add(words, Meaning.Mark, (int)mark);
        }

        foreach (var (intent, words) in vocabulary.Intents)
        {
            Add(words, Meaning.Intent, (int)intent);
        }

        phrases.RemoveAll(p => p.Phrase.Length == 0);
        var parts = phrases.Where(p => !p.Phrase.Whole).SelectMany(p => p.Phrase.Parts).Distinct().ToArray();
        _finder = new WordFinder(parts);
        _wordIds = parts.Select((w, i) => (w, i)).ToFrozenDictionary(w => w.w, w => w.i);
        var byLast = phrases.Where(p => !p.Phrase.Whole).ToLookup(p => p.Phrase.Parts[^1]);
        _endingWith = [.. parts.Select(w => byLast[w].ToArray())];
        _whole = phrases.Where(p => p.Phrase.Whole && p.Sense.Meaning == Meaning.Intent)
            .DistinctBy(p => p.Phrase.Parts[0])
            .ToFrozenDictionary(p => p.Phrase.Parts[0], p => (Intent)p.Sense.Value);
    }

    public IReadOnlyList<Danger> Dangers { get; }

    public IReadOnlyList<Classing> Classings { get; }

    /// <summary>The intent of a message that consists of nothing but one known phrase.</summary>
    public Intent? Whole(ReadOnlySpan<char> core) =>
        WholeAsIs(core) ?? WholeAsIs(core.TrimEnd(Particles)) ?? WholeAsIs(core.Trim(Particles));

    /// <param name="opening">Where the sender's own words begin; phrases with ^ must stand there,</param>
    /// <param name="afterReferences">or here, behind the issue numbers in front.</param>
    public List<Finding> Find(string text, int opening, int afterReferences)
    {
        var hits = new List<WordHit>(32);
        _finder.Find(text, hits);
        var findings = new List<Finding>(hits.Count);
        for (var h = 0; h < hits.Count; h++)
        {
            foreach (var (phrase, sense) in _endingWith[hits[h].Word])
            {
                if (findings.Count >= MostFindings && (sense.Meaning != Meaning.Danger || findings.Count >= 2 * MostFindings))
                {
                    continue;
                }

                var start = StartOf(phrase, text, hits, h);
                if (start >= 0 && (!phrase.Opening || start == opening || start == afterReferences))
                {
                    findings.Add(new Finding(start, hits[h].End, sense, phrase));
                }
            }
        }

        return findings;
    }

    private Intent? WholeAsIs(ReadOnlySpan<char> core) =>
        _whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(core, out var intent) ? intent : null;

    private int StartOf(Phrase phrase, string text, List<WordHit> hits, int last)
    {
        var start = hits[last].Start;
        for (var part = phrase.Parts.Count - 2; part >= 0; part--)
        {
            var wanted = _wordIds[phrase.Parts[part]];
            var found = -1;
            for (var h = last - 1; h >= 0 && hits[h].End >= start - WidestGap; h--)
            {
                if (hits[h].Word == wanted && hits[h].End <= start && !HasFullStop(text, hits[h].End, start))
                {
                    found = hits[h].Start;
                    break;
                }
            }

            if (found < 0)
            {
                return -1;
            }

            start = found;
        }

        return start;
    }

    private static bool HasFullStop(string text, int from, int to) => text.AsSpan(from, to - from).IndexOfAny('。', '\n', ';') >= 0;
}
