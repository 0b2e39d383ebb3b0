namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>Parts messages so that those of one matter stay on one side: what is measured was never learned from.</summary>
internal sealed class Folds
{
    public const int Count = 5;

    private readonly Dictionary<string, string> _heads = [];

    public Folds(IEnumerable<JudgedPair> pairs)
    {
        foreach (var pair in pairs.Where(p => p.Same))
        {
            _heads[HeadOf(pair.One.Id)] = HeadOf(pair.Other.Id);
        }
    }

    /// <summary>0 to 4.</summary>
    public int Of(string id)
    {
        var hash = 2166136261u;
        foreach (var letter in HeadOf(id))
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return (int)((hash >> 8) % Count);
    }

    private string HeadOf(string id)
    {
        while (_heads.TryGetValue(id, out var above) && above != id)
        {
            id = above;
        }

        return id;
    }
}
