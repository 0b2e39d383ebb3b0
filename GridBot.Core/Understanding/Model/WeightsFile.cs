using System.Security.Cryptography;
using System.Text;

namespace GridBot.Core.Understanding.Model;

/// <summary>
/// Weights as bytes: a mark, the form's version, the SHA-256 of the rest, the rest (little endian, strings with their
/// length in front). No word of any message is in it, only hashes.
/// </summary>
public static class WeightsFile
{
    /// <summary>Raised whenever pieces (<see cref="Pieces.Current"/>) or form change: weights of another version would be misread.</summary>
    public const int Version = 2;

    private static ReadOnlySpan<byte> Mark => "GBWT"u8;

    private const int HeaderLength = 4 + sizeof(int) + SHA256.HashSizeInBytes;

    public static byte[] Write(Weights weights)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            WriteBody(weights, writer);
        }

        var payload = body.ToArray();
        return [.. Mark, .. BitConverter.GetBytes(Version), .. SHA256.HashData(payload), .. payload];
    }

    /// <exception cref="InvalidDataException">The bytes are no weights, of another version, or damaged. The message says which.</exception>
    public static Weights Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.StartsWith(Mark))
        {
            throw new InvalidDataException("不是模型文件");
        }

        if (BitConverter.ToInt32(bytes[4..]) is var version and not Version)
        {
            throw new InvalidDataException($"模型文件的版本是 {version}，这个程序用的是 {Version}");
        }

        var payload = bytes[HeaderLength..];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(payload, hash);
        if (!hash.SequenceEqual(bytes[8..HeaderLength]))
        {
            throw new InvalidDataException("模型文件损坏，校验和不符");
        }

        using var reader = new BinaryReader(new MemoryStream(payload.ToArray()), Encoding.UTF8);
        return ReadBody(reader);
    }

    private static void WriteBody(Weights weights, BinaryWriter writer)
    {
        foreach (var columns in weights.Aspects)
        {
            WriteNames(columns.Codes, writer);
            writer.Write(columns.Temperature);
            writer.Write(columns.Threshold);
        }

        WriteFloats(weights.Bias, writer);
        WriteFloats(weights.Scales, writer);
        WriteNames(weights.SignalNames, writer);
        WriteFloats(weights.SignalRows, writer);
        writer.Write(weights.Keys.Length);
        foreach (var key in weights.Keys)
        {
            writer.Write(key);
        }

        foreach (var weight in weights.Rows)
        {
            writer.Write(weight);
        }
    }

    private static Weights ReadBody(BinaryReader reader)
    {
        var aspects = new List<AspectColumns>();
        var first = 0;
        foreach (var aspect in Enum.GetValues<Aspect>())
        {
            var codes = ReadNames(reader);
            aspects.Add(new AspectColumns(aspect, codes, first, reader.ReadSingle(), reader.ReadSingle()));
            first += codes.Length;
        }

        var (bias, scales) = (ReadFloats(Weights.Stride, reader), ReadFloats(Weights.Stride, reader));
        var signals = ReadNames(reader);
        var signalRows = ReadFloats(signals.Length * Weights.Stride, reader);
        var keys = new uint[reader.ReadInt32()];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = reader.ReadUInt32();
        }

        var rows = new sbyte[keys.Length * Weights.Stride];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(rows.AsSpan()));
        return new Weights(aspects, keys, rows, scales, signals, signalRows, bias);
    }

    private static void WriteNames(IReadOnlyList<string> names, BinaryWriter writer)
    {
        writer.Write(names.Count);
        foreach (var name in names)
        {
            writer.Write(name);
        }
    }

    private static string[] ReadNames(BinaryReader reader)
    {
        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.ReadString();
        }

        return names;
    }

    private static void WriteFloats(float[] values, BinaryWriter writer)
    {
        foreach (var value in values)
        {
            writer.Write(value);
        }
    }

    private static float[] ReadFloats(int count, BinaryReader reader)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = reader.ReadSingle();
        }

        return values;
    }
}
