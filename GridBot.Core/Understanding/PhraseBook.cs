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
/// <param name="Key">Where its last part begins; of a phrase of one part, its start.</param>
internal readonly record struct Finding(int Start, int Key, int End, Sense Sense, Phrase Phrase)
{
    /// <summary>It means nothing here: it is denied (没有噪音), or a harmless word covers it (火锅).</summary>
    public bool IsSilenced { get; init; }

    public bool Is(Mark mark) => Sense.Meaning == Meaning.Mark && Sense.Value == (int)mark;

    public bool Is(Intent intent) => Sense.Meaning == Meaning.Intent && Sense.Value == (int)intent;

    public bool Covers(Finding other) => Start <= other.Start && End >= other.End && Phrase.Length > other.Phrase.Length;
}

/// <summary>A class with its second-level class, as one number for the book.</summary>
internal sealed record Classing(Category Category, Subcategory? Subcategory);

/// <summary>All word lists compiled into one finder; built once.</summary>
internal sealed class PhraseBook
{
    /// <summary>Nonsense of a thousand equal words is not read word by word; dangers still are.</summary>
    private const int MostFindings = 200;

    /// <summary>Words of the lists in all but long messages.</summary>
    private const int UsualHits = 96;

    /// <summary>At the ends of a whole phrase these say nothing.</summary>
    private const string Particles = "了吧呀啊哈哦噢嗯呢啦哟嘛的哒呗嘞都";

    private readonly WordFinder _finder;

    /// <summary>By word: the parts of phrases that it can be.</summary>
    private readonly int[][] _partsOf;

    /// <summary>By part: the phrases that end with it.</summary>
    private readonly Entry[][] _endingWith;
    private readonly FrozenDictionary<string, Intent> _whole;

    public PhraseBook(Vocabulary vocabulary, CategoryTree tree)
    {
        Dangers = vocabulary.Dangers;
        Classings = [.. tree.Categories.SelectMany(c => c.Subcategories.Select(s => new Classing(c, s)).Prepend(new Classing(c, null)))];

        var phrases = new List<(Phrase Phrase, Sense Sense)>();
        void Add(IEnumerable<string> words, Meaning meaning, int value) =>
            phrases.AddRange(words.SelectMany(Phrase.Parse).Select(p => (p, new Sense(meaning, value))));

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
        var groups = new WordGroups(vocabulary.Groups);
        var parts = phrases.Where(p => !p.Phrase.Whole).SelectMany(p => p.Phrase.Parts).Distinct().ToArray();
        var partIds = parts.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i);
        var partsOf = parts.SelectMany((p, i) => groups.WordsOf(p).Select(w => (Word: w, Part: i))).ToLookup(p => p.Word, p => p.Part);
        _finder = new WordFinder([.. partsOf.Select(p => p.Key)]);
        _partsOf = [.. partsOf.Select(p => p.ToArray())];
        var byLast = phrases.Where(p => !p.Phrase.Whole).ToLookup(p => p.Phrase.Parts[^1]);
        _endingWith = [.. parts.Select(p => byLast[p].Select(e => new Entry(e.Phrase, [.. e.Phrase.Parts.Select(q => partIds[q])], e.Sense)).ToArray())];
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
        var hits = new StackList<WordHit>(stackalloc WordHit[UsualHits]);
        _finder.Find(text, ref hits);
        var findings = new List<Finding>(hits.Count);
        var seen = new PartsSeen(stackalloc ulong[(_endingWith.Length / 64) + 1]);
        for (var h = 0; h < hits.Count; h++)
        {
            var hit = hits[h];
            foreach (var part in _partsOf[hit.Word])
            {
                foreach (var entry in _endingWith[part])
                {
                    if (findings.Count >= MostFindings && (entry.Sense.Meaning != Meaning.Danger || findings.Count >= 2 * MostFindings))
                    {
                        continue;
                    }

                    var start = seen.HasAllBut(entry.Parts) ? StartOf(entry, text, hits.Items, h) : -1;
                    if (start >= 0 && (!entry.Phrase.Opening || start == opening || start == afterReferences))
                    {
                        findings.Add(new Finding(start, hit.Start, hit.End, entry.Sense, entry.Phrase));
                    }
                }
            }

            seen.Add(_partsOf[hit.Word]);
        }

        return findings;
    }

    private Intent? WholeAsIs(ReadOnlySpan<char> core) =>
        _whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(core, out var intent) ? intent : null;

    private int StartOf(Entry entry, string text, ReadOnlySpan<WordHit> hits, int last)
    {
        var start = hits[last].Start;
        for (var part = entry.Parts.Length - 2; part >= 0; part--)
        {
            var reach = entry.Phrase.Reaches[part];
            var found = -1;
            for (var h = last - 1; h >= 0 && hits[h].End >= start - reach; h--)
            {
                if (hits[h].End <= start && Array.IndexOf(_partsOf[hits[h].Word], entry.Parts[part]) >= 0
                    && (Phrase.CrossesFullStop(reach) || !HasFullStop(text, hits[h].End, start)))
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

    /// <summary>Most phrases of several parts fail because an earlier part stands nowhere before: that costs a bit each.</summary>
    private readonly ref struct PartsSeen(Span<ulong> bits)
    {
        private readonly Span<ulong> _bits = bits;

        public void Add(int[] parts)
        {
            foreach (var part in parts)
            {
                _bits[part / 64] |= 1UL << (part % 64);
            }
        }

        public bool HasAllBut(int[] partsAndLast)
        {
            for (var i = 0; i < partsAndLast.Length - 1; i++)
            {
                if ((_bits[partsAndLast[i] / 64] & (1UL << (partsAndLast[i] % 64))) == 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    private readonly record struct Entry(Phrase Phrase, int[] Parts, Sense Sense);
}
