namespace GridBot.Core.Understanding.Likeness;

/// <summary>
/// What a text is about, told by which office of a town would get it: a lamp and a tap of one estate are two matters.
/// Learned from tickets; names, being rare, have no say.
/// </summary>
public sealed class Topics
{
    /// <summary>Pieces share this many rows by their hash.</summary>
    public const int Slots = 1 << 15;

    /// <summary>At most so many offices are told apart.</summary>
    public const int Most = 64;

    /// <summary>A piece that is rarer says nothing of the topic: it stood in about five of ten thousand messages.</summary>
    private const float Rare = 7.8f;

    private readonly sbyte[] _rows;
    private readonly float[] _scales;
    private readonly float[] _bias;

    internal Topics(sbyte[] rows, float[] scales, float[] bias) => (_rows, _scales, _bias) = (rows, scales, bias);

    /// <summary>Where nothing was learned: everything is about the same.</summary>
    public static Topics None { get; } = new([], [], []);

    internal ReadOnlySpan<sbyte> Rows => _rows;

    internal ReadOnlySpan<float> Scales => _scales;

    internal ReadOnlySpan<float> Bias => _bias;

    /// <summary>The rows of a text's single letters and pairs, each once.</summary>
    internal static int[] RowsOf(string letters, PieceRarity rarity) =>
    [
        .. Pieces.Of(letters, 1).Concat(Pieces.Of(letters, 2)).Where(piece => rarity.Of(piece) < Rare).Select(piece => (int)(piece & (Slots - 1))).Distinct(),
    ];

    internal Topic Of(string letters, PieceRarity rarity)
    {
        var topics = _bias.Length;
        Span<int> sums = stackalloc int[Most];
        sums.Clear();
        var rows = topics == 0 ? [] : RowsOf(letters, rarity);
        foreach (var row in rows)
        {
            for (var k = 0; k < topics; k++)
            {
                sums[k] += _rows[(row * topics) + k];
            }
        }

        var scores = new float[topics];
        var share = rows.Length == 0 ? 0 : 1 / MathF.Sqrt(rows.Length);
        for (var k = 0; k < topics; k++)
        {
            scores[k] = _bias[k] + (sums[k] * _scales[k] * share);
        }

        return Topic.Of(scores);
    }
}
