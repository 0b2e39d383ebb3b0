using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

/// <summary>
/// Whether a problem is private is never a mere guess: plain words say it, or the model is sure. A vague line doesn't
/// vanish from the group, and plain words don't get into it.
/// </summary>
internal sealed class Discretion(CategoryTree tree, CategoryWords words)
{
    private const double PlainWords = 0.6;

    public CategoryGuess Judged(CategoryGuess guess, Passage passage, int from, int to)
    {
        if (words.Confided(passage, from, to) is { } confided)
        {
            return Of(confided.Kind, guess);
        }

        if (IsPrivate(guess))
        {
            return guess.IsSure || guess.Subcategory is not null || words.PlainlySays(passage, from, to, guess.Category)
                ? guess
                : Open(guess, passage, from, to);
        }

        var said = words.Guess(passage, from, to);
        return said.IsStrong && IsPrivate(said) && said.Confidence >= PlainWords ? said with { SureFrom = guess.SureFrom } : guess;
    }

    /// <summary>What happens at home is nobody's talk, whatever else the message complains of.</summary>
    private static CategoryGuess Of(Classing kind, CategoryGuess guess) => guess with
    {
        Category = kind.Category,
        Subcategory = kind.Subcategory,
        Confidence = kind.Category == guess.Category ? Math.Max(PlainWords, guess.Confidence) : PlainWords,
        Alternatives = [.. guess.Alternatives.Prepend(guess.Category.Code).Where(a => a != kind.Category.Code).Take(2)],
    };

    /// <summary>The likeliest class that isn't private.</summary>
    private CategoryGuess Open(CategoryGuess guess, Passage passage, int from, int to)
    {
        var next = guess.Alternatives.FirstOrDefault(a => !tree[a].IsPrivate) ?? CategoryTree.Other;
        var category = tree[next];
        var subcategory = words.SubcategoryOf(passage, from, to, category);
        return guess with
        {
            Category = category,
            Subcategory = subcategory,
            Confidence = Math.Min(guess.Confidence, 1 - guess.Confidence),
            Alternatives = [.. guess.Alternatives.Where(a => a != next).Append(guess.Category.Code)],
        };
    }

    private bool IsPrivate(CategoryGuess guess) => tree.IsPrivate(guess.Category.Code, guess.Subcategory?.Code);
}
