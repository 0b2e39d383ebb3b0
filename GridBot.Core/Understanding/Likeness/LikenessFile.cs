using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace GridBot.Core.Understanding.Likeness;

/// <summary>
/// A model of likeness as bytes: a mark, the form's version, the SHA-256 of the rest, the rest (little endian). No word
/// of any message is in it, only how rare hashes of pieces are, what each says of the topic, and the trees.
/// </summary>
public static class LikenessFile
{
    /// <summary>Raised whenever signs or form change: a file of another version would be misread.</summary>
    public const int Version = 3;

    private const int HeaderLength = 4 + sizeof(int) + SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Mark => "GBLK"u8;

    public static byte[] Write(LikenessModel model)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(model.Thresholds.SameTitles);
            writer.Write(model.Thresholds.SameStories);
            writer.Write(model.Thresholds.Surely);
            writer.Write(model.Thresholds.LinkLetters);
            writer.Write(model.Thresholds.LinkOthers);
            writer.Write(model.Sense.Rarity.Steps);
            Write(model.Sense.Topics, writer);
            Write(model.Forests.Pairs, writer);
            Write(model.Forests.Letters, writer);
            Write(model.Forests.Others, writer);
        }

        var payload = body.ToArray();
        return [.. Mark, .. BitConverter.GetBytes(Version), .. SHA256.HashData(payload), .. payload];
    }

    /// <exception cref="InvalidDataException">The bytes are no such model, of another version, or damaged. The message says which.</exception>
    public static LikenessModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderLength || !bytes.StartsWith(Mark))
        {
            throw new InvalidDataException("不是相似模型文件");
        }

        if (BitConverter.ToInt32(bytes[4..]) is var version and not Version)
        {
            throw new InvalidDataException($"相似模型文件的版本是 {version}，这个程序用的是 {Version}");
        }

        var payload = bytes[HeaderLength..];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(payload, hash);
        if (!hash.SequenceEqual(bytes[8..HeaderLength]))
        {
            throw new InvalidDataException("相似模型文件损坏，校验和不符");
        }

        using var reader = new BinaryReader(new MemoryStream(payload.ToArray()), Encoding.UTF8);
        var thresholds = new LikenessThresholds(
            reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        var rarity = new PieceRarity(reader.ReadBytes(PieceRarity.Slots));
        var sense = new TextSense(rarity, ReadTopics(reader));
        return new LikenessModel(sense, new Forests(ReadForest(reader), ReadForest(reader), ReadForest(reader)), thresholds);
    }

    private static void Write(Topics topics, BinaryWriter writer)
    {
        writer.Write(topics.Bias.Length);
        writer.Write(MemoryMarshal.AsBytes(topics.Rows));
        for (var k = 0; k < topics.Bias.Length; k++)
        {
            writer.Write(topics.Scales[k]);
            writer.Write(topics.Bias[k]);
        }
    }

    private static Topics ReadTopics(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var rows = MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(count * Topics.Slots)).ToArray();
        var (scales, bias) = (new float[count], new float[count]);
        for (var k = 0; k < count; k++)
        {
            (scales[k], bias[k]) = (reader.ReadSingle(), reader.ReadSingle());
        }

        return new Topics(rows, scales, bias);
    }

    private static void Write(Forest forest, BinaryWriter writer)
    {
        writer.Write(forest.Start);
        writer.Write(forest.Trees.Count);
        foreach (var tree in forest.Trees)
        {
            writer.Write(tree.Signs.Length);
            for (var i = 0; i < tree.Signs.Length; i++)
            {
                writer.Write(tree.Signs[i]);
                writer.Write(tree.Values[i]);
            }
        }
    }

    private static Forest ReadForest(BinaryReader reader)
    {
        var start = reader.ReadSingle();
        var trees = new DecisionTree[reader.ReadInt32()];
        for (var t = 0; t < trees.Length; t++)
        {
            var nodes = reader.ReadInt32();
            trees[t] = new DecisionTree(new short[nodes], new float[nodes]);
            for (var i = 0; i < nodes; i++)
            {
                trees[t].Signs[i] = reader.ReadInt16();
                trees[t].Values[i] = reader.ReadSingle();
            }
        }

        return new Forest(start, trees);
    }
}
