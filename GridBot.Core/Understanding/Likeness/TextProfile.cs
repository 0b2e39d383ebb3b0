using System.Text.RegularExpressions;

namespace GridBot.Core.Understanding.Likeness;

/// <summary>A message made ready for comparing: its pieces, its numbers, its districts. Made once for each message.</summary>
public sealed partial class TextProfile
{
    private TextProfile(string letters, PieceRarity rarity)
    {
        Letters = letters;
        Singles = PieceBag.Of(Hashes(letters, 1), rarity);
        Pairs = PieceBag.Of(Hashes(letters, 2), rarity);
        Triples = PieceBag.Of(Hashes(letters, 3), rarity);
        Around = PieceBag.Of(Skipping(letters), rarity);
        Numbers = [.. Number().Matches(letters).Select(m => m.Value).Distinct()];
        Districts = [.. District().Matches(letters).Select(m => m.Value).Distinct()];
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

    public static TextProfile Of(string text, PieceRarity rarity) => new(Pieces.Letters(text), rarity);

    private static uint[] Hashes(string letters, int length)
    {
        var hashes = new uint[Math.Max(0, letters.Length - length + 1)];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = Pieces.At(letters, i, length);
        }

        return hashes;
    }

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
