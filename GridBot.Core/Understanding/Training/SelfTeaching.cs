using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding.Training;

/// <summary>
/// Letters that nobody has judged teach too: the detail often tells the class of a title that would be a riddle alone.
/// Where a first model finds one class likely for both together, both become examples of it.
/// </summary>
internal sealed class SelfTeaching(FeatureReader reader, uint[] keys, Softmax model, IReadOnlyList<string> categories)
{
    /// <summary>Below it a guess teaches more mistakes than words.</summary>
    private const float Likely = 0.7f;

    /// <summary>A guess counts less than a label, a detail's less than a title's, which says what matters.</summary>
    private const float TitleWeight = 0.2f;
    private const float DetailWeight = 0.1f;

    /// <summary>Examples of no group: they are learned from, and never a measure of confidence.</summary>
    public IEnumerable<Example> Judge(IReadOnlyList<UnjudgedLetter> letters)
    {
        var (titles, details) = (Read(letters.Select(l => l.Title)), Read(letters.Select(l => l.Detail.Length > 0 ? l.Detail : l.Title)));
        for (var i = 0; i < letters.Count; i++)
        {
            if (ClassOf(titles[i], details[i]) is not { } category)
            {
                continue;
            }

            yield return Says(letters[i].Title, category, TitleWeight);
            if (letters[i].Detail.Length > 0)
            {
                yield return Says(letters[i].Detail, category, DetailWeight);
            }
        }
    }

    private FeatureRow[] Read(IEnumerable<string> texts) => reader.Read([.. texts.Select(t => new Example(t, "", "", ""))], keys);

    private Example Says(string text, string category, float weight) =>
        new Example(text, "", "", "").Says(Aspect.Category, categories, [category], weight);

    /// <summary>Two witnesses of one matter: the mean of their scores, as one probability.</summary>
    private string? ClassOf(FeatureRow title, FeatureRow detail)
    {
        var (both, other) = (new float[model.Width], new float[model.Width]);
        model.Score(title, both);
        model.Score(detail, other);
        for (var k = 0; k < both.Length; k++)
        {
            both[k] = (both[k] + other[k]) / 2;
        }

        model.ToProbabilities(both);
        var best = Array.IndexOf(both, both.Max());
        return both[best] >= Likely ? categories[best] : null;
    }
}
