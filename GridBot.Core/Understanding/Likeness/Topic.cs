namespace GridBot.Core.Understanding.Likeness;

/// <summary>What one text is about.</summary>
/// <param name="Roots">The square root of how likely each topic is.</param>
internal sealed record Topic(float[] Roots)
{
    public static Topic Of(float[] scores)
    {
        var (largest, sum) = (scores.DefaultIfEmpty().Max(), 0.0);
        foreach (var score in scores)
        {
            sum += Math.Exp(score - largest);
        }

        return new Topic([.. scores.Select(s => (float)Math.Sqrt(Math.Exp(s - largest) / sum))]);
    }

    /// <summary>1 where both are about the same, 0 where they share no topic.</summary>
    public float With(Topic other)
    {
        var product = 0f;
        for (var i = 0; i < Roots.Length; i++)
        {
            product += Roots[i] * other.Roots[i];
        }

        return product;
    }
}
