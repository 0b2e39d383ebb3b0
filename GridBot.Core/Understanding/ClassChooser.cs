using GridBot.Core.Issues;
using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding;

/// <summary>Chooses a message's class by what the model thinks of it.</summary>
internal sealed class ClassChooser(CategoryTree tree, CategoryWords words, Classifier model)
{
    public const int MostClasses = 3;

    /// <summary>The classes in the order of the model's answers; null for one that this town's tree doesn't know.</summary>
    private readonly Category?[] _categories = [.. model.Of(Aspect.Category).Codes.Select(tree.Find)];

    /// <summary>The model's three likeliest. A class that only this town's tree knows is found by its words alone.</summary>
    /// <param name="ofTickets">Whether it is filed as a hotline's operators would file it.</param>
    public CategoryGuess Choose(in Listened heard, in Opinion opinion, bool ofTickets)
    {
        var columns = model.Of(ofTickets ? Aspect.HotlineCategory : Aspect.Category);
        var shares = ((ReadOnlySpan<float>)opinion).Slice(columns.First, _categories.Length);
        Span<int> likeliest = stackalloc int[MostClasses];
        likeliest = likeliest[..Likeliest(shares, likeliest)];
        if (likeliest.IsEmpty || (heard.Words.IsStrong && Array.IndexOf(_categories, heard.Words.Category) < 0))
        {
            return heard.Words with { SureFrom = columns.Threshold };
        }

        var category = _categories[likeliest[0]]!;
        var alternatives = new string[likeliest.Length - 1];
        for (var i = 0; i < alternatives.Length; i++)
        {
            alternatives[i] = _categories[likeliest[i + 1]]!.Code;
        }

        return heard.Words with
        {
            Category = category,
            Subcategory = words.SubcategoryOf(heard.Passage, heard.From, heard.To, category),
            Confidence = AgainstNext(shares, likeliest[0]),
            SureFrom = columns.Threshold,
            Alternatives = alternatives,
        };
    }

    /// <summary>
    /// Its share of what it and the likeliest other class have, also one that this town's tree doesn't know: that tells better
    /// how often it is right than its share of all.
    /// </summary>
    private static double AgainstNext(ReadOnlySpan<float> shares, int chosen)
    {
        var next = 0f;
        for (var i = 0; i < shares.Length; i++)
        {
            next = i == chosen ? next : Math.Max(next, shares[i]);
        }

        return shares[chosen] > 0 ? shares[chosen] / (shares[chosen] + next) : 0;
    }

    /// <summary>Fills in the likeliest of the classes that the tree knows, the likeliest first; of equals the one that the model names first.</summary>
    private int Likeliest(ReadOnlySpan<float> shares, Span<int> likeliest)
    {
        var count = 0;
        for (var i = 0; i < shares.Length; i++)
        {
            var place = count;
            while (place > 0 && shares[i] > shares[likeliest[place - 1]])
            {
                place--;
            }

            if (_categories[i] is not null && place < likeliest.Length)
            {
                count = Math.Min(count + 1, likeliest.Length);
                likeliest[place..(count - 1)].CopyTo(likeliest[(place + 1)..]);
                likeliest[place] = i;
            }
        }

        return count;
    }
}
