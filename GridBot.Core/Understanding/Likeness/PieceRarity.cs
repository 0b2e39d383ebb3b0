namespace GridBot.Core.Understanding.Likeness;

/// <summary>
/// How rare a piece of text is among residents' messages: the logarithm of all messages over those that hold it. What
/// was never seen is the rarest; that is what names of estates and streets are known by.
/// </summary>
public sealed class PieceRarity
{
    /// <summary>Pieces share this many slots by their hash, one byte each.</summary>
    public const int Slots = 1 << 18;

    /// <summary>Sixteenths of the natural logarithm.</summary>
    private const float Step = 1f / 16;

    private readonly byte[] _steps;

    internal PieceRarity(byte[] steps) => _steps = steps;

    internal ReadOnlySpan<byte> Steps => _steps;

    public float Of(uint piece) => _steps[piece & (Slots - 1)] * Step;

    internal static PieceRarity From(int[] messagesWithPiece, int messages)
    {
        var steps = new byte[Slots];
        for (var i = 0; i < Slots; i++)
        {
            steps[i] = (byte)Math.Clamp(Math.Round(Math.Log((messages + 1) / (messagesWithPiece[i] + 0.5)) / Step), 0, 255);
        }

        return new PieceRarity(steps);
    }
}
