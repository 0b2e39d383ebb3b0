namespace GridBot.Core.Understanding.Training;

/// <summary>SplitMix64: the same numbers from the same seed with every version of the runtime.</summary>
internal sealed class Dice(int seed)
{
    private ulong _state = (ulong)seed;

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public void Shuffle(int[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
