namespace GridBot.Core.Understanding.Likeness;

/// <summary>The pieces of one length in one text, sorted by hash, each with its weight (how often, how rare).</summary>
internal sealed class PieceBag
{
    private PieceBag(uint[] pieces, float[] weights, float[] rarities)
    {
        (Pieces, Weights, Rarities) = (pieces, weights, rarities);
        var sum = 0.0;
        foreach (var weight in weights)
        {
            Total += weight;
            sum += weight * weight;
        }

        Norm = (float)Math.Sqrt(sum);
    }

    public uint[] Pieces { get; }

    public float[] Weights { get; }

    public float[] Rarities { get; }

    public float Norm { get; }

    public float Total { get; }

    public static PieceBag Of(uint[] hashes, PieceRarity rarity)
    {
        Array.Sort(hashes);
        var (pieces, weights, rarities) = (new List<uint>(hashes.Length), new List<float>(hashes.Length), new List<float>(hashes.Length));
        for (var i = 0; i < hashes.Length;)
        {
            var next = i + 1;
            while (next < hashes.Length && hashes[next] == hashes[i])
            {
                next++;
            }

            var rare = rarity.Of(hashes[i]);
            pieces.Add(hashes[i]);
            rarities.Add(rare);
            weights.Add((1 + MathF.Log(next - i)) * rare);
            i = next;
        }

        return new PieceBag([.. pieces], [.. weights], [.. rarities]);
    }

    /// <summary>What two bags share.</summary>
    public Shared With(PieceBag other)
    {
        var shared = new Shared();
        for (int i = 0, j = 0; i < Pieces.Length && j < other.Pieces.Length;)
        {
            if (Pieces[i] == other.Pieces[j])
            {
                shared.Add(Weights[i], other.Weights[j], Rarities[i]);
                i++;
                j++;
            }
            else if (Pieces[i] < other.Pieces[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared;
    }

    /// <summary>The length of the part of the bag whose rarity lies in a band.</summary>
    public float NormOf(float from, float to)
    {
        var sum = 0.0;
        for (var i = 0; i < Weights.Length; i++)
        {
            if (Rarities[i] >= from && Rarities[i] < to)
            {
                sum += Weights[i] * Weights[i];
            }
        }

        return (float)Math.Sqrt(sum);
    }
}
