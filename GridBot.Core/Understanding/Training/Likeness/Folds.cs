namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>Parts messages so that those of one matter stay on one side: what is measured was never learned from.</summary>
internal sealed class Folds
{
    public const int Count = 5;

    private readonly Dictionary<string, string> _heads = [];

    public Folds(IEnumerable<JudgedPair> pairs, IEnumerable<StreamMessage> messages)
    {
        foreach (var pair in pairs.Where(p => p.Same))
        {
            Join(pair.One.Id, pair.Other.Id);
        }

        foreach (var cluster in messages.Where(m => m.Cluster is { Length: > 0 }).GroupBy(m => m.Cluster))
        {
            foreach (var message in cluster)
            {
                Join(message.Named.Id, cluster.First().Named.Id);
            }
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

    private void Join(string one, string other) => _heads[HeadOf(one)] = HeadOf(other);

    private string HeadOf(string id)
    {
        while (_heads.TryGetValue(id, out var above) && above != id)
        {
            id = above;
        }

        return id;
    }
}
