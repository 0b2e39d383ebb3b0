using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>
/// Finds what a stream's messages will be compared with, so that the trainer learns from just those pairs. The more
/// messages a cluster has, the less each of its pairs weighs: one quarrel of fifty letters would teach nothing but its own words.
/// </summary>
internal static class CandidateFinder
{
    /// <summary>Of those that are not the same, so many of the likest for each message.</summary>
    private const int Unlike = 6;

    /// <param name="stream">In the order of time.</param>
    public static IReadOnlyList<JudgedPair> Pairs(IReadOnlyList<StreamMessage> stream)
    {
        var sizes = stream.Where(m => m.Cluster is { Length: > 0 }).GroupBy(m => m.Cluster!).ToDictionary(g => g.Key, g => g.Count());
        var index = new MatterIndex();
        var pairs = new List<JudgedPair>();
        foreach (var message in stream)
        {
            var unlike = 0;
            foreach (var number in message.Cluster is null ? [] : index.Candidates(message.Named.Matter))
            {
                var other = stream[number];
                var same = message.Cluster is { Length: > 0 } && message.Cluster == other.Cluster;
                if (other.Cluster is not null && (same || unlike++ < Unlike))
                {
                    pairs.Add(new JudgedPair(message.Named, other.Named, message.At - other.At, same) { Weight = same ? 1f / (sizes[message.Cluster!] - 1) : 1 });
                }
            }

            index.Add(message.Named.Matter, message.At);
        }

        return pairs;
    }
}
