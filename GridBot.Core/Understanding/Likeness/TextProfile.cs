using System.Text.RegularExpressions;

namespace GridBot.Core.Understanding.Likeness;

/// <summary>A text made ready for comparing: its pieces, its numbers, its districts, its topic. Made once for each message.</summary>
public sealed partial class TextProfile
{
    private TextProfile(string letters, TextSense sense)
    {
        var rarity = sense.Rarity;
        Letters = letters;
        Singles = PieceBag.Of(Pieces.Of(letters, 1), rarity);
        Pairs = PieceBag.Of(Pieces.Of(letters, 2), rarity);
        Triples = PieceBag.Of(Pieces.Of(letters, 3), rarity);
        Around = PieceBag.Of(Skipping(letters), rarity);
        Numbers = [.. Number().Matches(letters).Select(m => m.Value).Distinct()];
        Districts = [.. District().Matches(letters).Select(m => m.Value).Distinct()];
        Topic = sense.Topics.Of(District().Replace(letters, ""), rarity);
        Trail = Pieces.Of(letters, 2);
        TrailRarities = [.. Trail.Select(rarity.Of)];
    }

    internal string Letters { get; }

    internal PieceBag Singles { get; }

    internal PieceBag Pairs { get; }

    internal PieceBag Triples { get; }

    internal PieceBag Around { get; }

    /// <summary>As written: 3, 204, 1813.</summary>
    internal IReadOnlyList<string> Numbers { get; }

    /// <summary>Districts and counties that go by a letter or a number, as anonymised addresses do.</summary>
    internal IReadOnlyList<string> Districts { get; }

    internal Topic Topic { get; }

    /// <summary>The pairs in their order, as they are written.</summary>
    internal uint[] Trail { get; }

    internal float[] TrailRarities { get; }

    /// <param name="letters">As <see cref="Pieces.Letters"/> gives them.</param>
    public static TextProfile Of(string letters, TextSense sense) => new(letters, sense);

    private static uint[] Skipping(string letters)
    {
        var hashes = new uint[Math.Max(0, letters.Length - 2)];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = Pieces.Around(letters, i);
        }

        return hashes;
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex("[a-z][0-9]*[区县市]")]
    private static partial Regex District();
}
