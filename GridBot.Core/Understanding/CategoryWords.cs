using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

/// <summary>The class of a problem by the words of config/categories.yaml.</summary>
internal sealed class CategoryWords
{
    /// <summary>What a sure guess weighs: one long word or two short ones.</summary>
    private const double Convincing = 3;

    private readonly PhraseBook _book;
    private readonly CategoryTree _tree;
    private readonly int[] _categoryOf;
    private readonly int[] _firstClassing;

    private readonly bool[] _isPrivateKind;
    private readonly CategoryGuess _unsaid;

    public CategoryWords(PhraseBook book, CategoryTree tree)
    {
        (_book, _tree) = (book, tree);
        var position = tree.Categories.Select((c, i) => (c.Code, i)).ToDictionary(c => c.Code, c => c.i);
        _categoryOf = [.. book.Classings.Select(c => position[c.Category.Code])];
        _firstClassing = [.. tree.Categories.Select((_, i) => Array.IndexOf(_categoryOf, i))];
        _isPrivateKind = [.. book.Classings.Select(c => c.Subcategory is not null && tree.IsPrivate(c.Category.Code, c.Subcategory.Code))];
        _unsaid = new CategoryGuess(tree[CategoryTree.Other], null, 0, false, 0.2, []);
    }

    public CategoryGuess Guess(Passage passage, int from, int to)
    {
        Span<double> scores = stackalloc double[_tree.Categories.Count];
        Span<double> classScores = stackalloc double[_book.Classings.Count];
        var strong = Weigh(passage, from, to, scores, classScores);

        var best = IndexOfLargest(scores);
        if (scores[best] <= 0)
        {
            return _unsaid;
        }

        var top = scores[best];
        scores[best] = 0;
        var second = IndexOfLargest(scores);
        var runnerUp = scores[second];
        scores[second] = 0;
        var third = IndexOfLargest(scores);
        string[] alternatives = runnerUp <= 0 ? []
            : scores[third] <= 0 ? [_tree.Categories[second].Code]
            : [_tree.Categories[second].Code, _tree.Categories[third].Code];
        return new CategoryGuess(
            _tree.Categories[best], BestWithin(best, classScores), top, (strong & (1UL << best)) != 0,
            Math.Min(1, top / Convincing) * top / (top + runnerUp), alternatives);
    }

    /// <summary>The one category among several codes that a text speaks of; null when it speaks of none.</summary>
    public Category? Named(Passage passage, int from, int to) => Guess(passage, from, to) is { Score: > 0 } guess ? guess.Category : null;

    /// <summary>Whether a word says itself that something of the class is wrong.</summary>
    public bool PlainlySays(Passage passage, int from, int to, Category category)
    {
        for (var i = 0; i < passage.Findings.Count; i++)
        {
            var finding = passage.Findings[i];
            if (finding.Sense.Meaning == Meaning.Category && !finding.Phrase.Weak
                && _book.Classings[finding.Sense.Value].Category == category && Tells(passage, i, from, to))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The word that says plainly of a private second-level class that something is wrong; rather one that says that
    /// somebody is being hurt. Null where none does.
    /// </summary>
    public Confided? Confided(Passage passage, int from, int to)
    {
        Confided? confided = null;
        for (var i = 0; i < passage.Findings.Count; i++)
        {
            var finding = passage.Findings[i];
            if (finding.Sense.Meaning == Meaning.Category && _isPrivateKind[finding.Sense.Value] && !finding.Phrase.Weak
                && confided is not { IsHarm: true } && Tells(passage, i, from, to))
            {
                var told = new Confided(finding, _book.Classings[finding.Sense.Value]);
                confided = confided is null || told.IsHarm ? told : confided;
            }
        }

        return confided;
    }

    /// <summary>The second-level class that the words speak of most, within a class that was chosen otherwise.</summary>
    public Subcategory? SubcategoryOf(Passage passage, int from, int to, Category category)
    {
        Span<double> scores = stackalloc double[_tree.Categories.Count];
        Span<double> classScores = stackalloc double[_book.Classings.Count];
        Weigh(passage, from, to, scores, classScores);
        for (var i = 0; i < _tree.Categories.Count; i++)
        {
            if (_tree.Categories[i] == category)
            {
                return BestWithin(i, classScores);
            }
        }

        return null;
    }

    private ulong Weigh(Passage passage, int from, int to, Span<double> scores, Span<double> classScores)
    {
        ulong strong = 0;
        for (var i = 0; i < passage.Findings.Count; i++)
        {
            if (!Tells(passage, i, from, to))
            {
                continue;
            }

            var finding = passage.Findings[i];
            var longer = finding.Phrase.Length - 2;
            var weight = finding.Phrase.Weak ? 0.9 + (0.15 * longer) : Math.Max(2, 2 + (0.35 * longer));
            scores[_categoryOf[finding.Sense.Value]] += weight;
            classScores[finding.Sense.Value] += weight;
            strong |= finding.Phrase.Weak ? 0 : 1UL << _categoryOf[finding.Sense.Value];
        }

        return strong;
    }

    private static bool Tells(Passage passage, int at, int from, int to)
    {
        var finding = passage.Findings[at];
        return finding.Sense.Meaning == Meaning.Category && finding.Start >= from && finding.End <= to && !finding.IsSilenced
            && !IsRepeated(passage.Findings, at, from) && !IsPartOfLonger(passage.Findings, finding);
    }

    private Subcategory? BestWithin(int category, ReadOnlySpan<double> classScores)
    {
        var (best, score) = (default(Subcategory), 0.0);
        for (var i = _firstClassing[category]; i < classScores.Length && _categoryOf[i] == category; i++)
        {
            if (classScores[i] > score && _book.Classings[i].Subcategory is { } sub)
            {
                (best, score) = (sub, classScores[i]);
            }
        }

        return best;
    }

    private static bool IsRepeated(List<Finding> findings, int at, int from)
    {
        for (var i = 0; i < at; i++)
        {
            if (findings[i].Start >= from && findings[i].Sense == findings[at].Sense && ReferenceEquals(findings[i].Phrase, findings[at].Phrase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPartOfLonger(List<Finding> findings, in Finding finding)
    {
        foreach (var other in findings)
        {
            if (other.Sense.Meaning == Meaning.Category && other.Covers(finding)
                && (other.Phrase.Parts.Count == 1 || other.Start == finding.Start || other.End == finding.End))
            {
                return true;
            }
        }

        return false;
    }

    private static int IndexOfLargest(ReadOnlySpan<double> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }
}
