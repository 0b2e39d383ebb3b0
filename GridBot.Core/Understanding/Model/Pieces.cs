using System.Buffers.Binary;

namespace GridBot.Core.Understanding.Model;

/// <summary>
/// What the model looks at of a message, without the message: hashes of those of its pieces that the model knows, and of
/// its signals' names, both ascending, so that their order tells nothing. Whoever has a word list can still guess at the
/// words: they are kept as residents' words are, sealed and for a time.
/// </summary>
/// <param name="Version"><see cref="Current"/> of the program that heard it; another version hears other pieces.</param>
public sealed record Pieces(int Version, uint[] Grams, uint[] Signals)
{
    /// <summary>Raised whenever texts are cut into other pieces.</summary>
    public const int Current = 1;

    /// <summary>Little endian: how many pieces of text, these, and the signals behind them.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[sizeof(uint) * (1 + Grams.Length + Signals.Length)];
        var at = 0;
        foreach (var number in (uint[])[(uint)Grams.Length, .. Grams, .. Signals])
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), number);
            at += sizeof(uint);
        }

        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes are not what <see cref="ToBytes"/> makes.</exception>
    public static Pieces Of(int version, ReadOnlySpan<byte> bytes)
    {
        var numbers = new uint[bytes.Length / sizeof(uint)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
        }

        return numbers.Length > 0 && numbers[0] < numbers.Length
            ? new Pieces(version, numbers[1..(int)(numbers[0] + 1)], numbers[(int)(numbers[0] + 1)..])
            : throw new InvalidDataException("These are no pieces of a message.");
    }

    /// <summary>Word lists change; a signal is known again by its name.</summary>
    public static uint HashOf(string signal)
    {
        var hash = 2166136261u;
        foreach (var c in signal)
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash;
    }
}
