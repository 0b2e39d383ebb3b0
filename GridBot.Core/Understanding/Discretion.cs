using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

/// <summary>
/// Whether a problem is private is never a mere guess: plain words say it, or the model is sure. A vague line doesn't
/// vanish from the group, and plain words don't get into it.
/// </summary>
internal sealed class Discretion(CategoryTree tree, CategoryWords words, Judge judge)
{
    private const double PlainWords = 0.6;

    public CategoryGuess Judged(CategoryGuess guess, Passage passage, int from, int to)
    {
        if (IsPrivate(guess))
        {
            return judge.IsSure(guess) || guess.Subcategory is not null || words.PlainlySaid(passage, from, to).Any(c => c.Category == guess.Category)
                ? guess
                : Open(guess, passage, from, to);
        }

        if (words.PlainlySaid(passage, from, to).FirstOrDefault(IsHarm) is { } harm)
        {
            return guess with
            {
                Category = harm.Category,
                Subcategory = harm.Subcategory,
                Confidence = PlainWords,
                Alternatives = [.. guess.Alternatives.Prepend(guess.Category.Code).Where(a => a != harm.Category.Code).Take(2)],
            };
        }

        var said = words.Guess(passage, from, to);
        return said.IsStrong && IsPrivate(said) && said.Confidence >= PlainWords ? said : guess;
    }

    /// <summary>Who is being hurt at home is nobody's talk, whatever else the message complains of.</summary>
    private static bool IsHarm(Classing said) =>
        said.Subcategory is { Urgency: Urgency.Urgent } kind && (kind.IsPrivate ?? said.Category.IsPrivate);

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
