namespace GridBot.Core.Understanding.Likeness;

/// <summary>What two bags of pieces have in common: names (rare), matters (in between) and phrases (frequent) apart.</summary>
internal struct Shared
{
    /// <summary>From this rarity on a piece is mostly part of a name.</summary>
    public const float Name = 6.5f;

    /// <summary>Below this rarity a piece is mostly part of a phrase.</summary>
    public const float Phrase = 3.5f;

    public float Product { get; private set; }

    public float NameProduct { get; private set; }

    public float MatterProduct { get; private set; }

    public float PhraseProduct { get; private set; }

    public float Smaller { get; private set; }

    public float Rarest { get; private set; }

    public int Names { get; private set; }

    public void Add(float one, float other, float rarity)
    {
        var product = one * other;
        Product += product;
        Smaller += Math.Min(one, other);
        Rarest = Math.Max(Rarest, rarity);
        if (rarity >= Name)
        {
            NameProduct += product;
            Names++;
        }
        else if (rarity >= Phrase)
        {
            MatterProduct += product;
        }
        else
        {
            PhraseProduct += product;
        }
    }
}
