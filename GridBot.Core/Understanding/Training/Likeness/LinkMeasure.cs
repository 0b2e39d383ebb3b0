using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>
/// How well a stream's messages were put to earlier ones. A message repeats something when an earlier one is of its
/// cluster; a link to any of those is right. Links from or to a message whose cluster nobody could tell aren't counted.
/// </summary>
/// <param name="Messages">Those whose cluster is known.</param>
/// <param name="Repeats">Those of them that repeat something.</param>
/// <param name="Links">Those of them that were linked to a message whose cluster is known.</param>
/// <param name="Right">Links to the own cluster.</param>
public sealed record LinkMeasure(int Messages, int Repeats, int Links, int Right)
{
    public double Precision => Links > 0 ? (double)Right / Links : 0;

    public double Recall => Repeats > 0 ? (double)Right / Repeats : 0;

    /// <param name="stream">In the order of time.</param>
    public static LinkMeasure Of(IReadOnlyList<StreamMessage> stream, LikenessModel model) =>
        Of(stream, Likest(stream, _ => model), model.Thresholds);

    /// <param name="likest">For each message the likest earlier one, by its place in the stream.</param>
    internal static LinkMeasure Of(IReadOnlyList<StreamMessage> stream, IReadOnlyList<(int Number, float Score)?> likest, LikenessThresholds thresholds)
    {
        var (messages, repeats, links, right) = (0, 0, 0, 0);
        var before = new HashSet<string>();
        for (var i = 0; i < stream.Count; i++)
        {
            if (stream[i].Cluster is not { } cluster)
            {
                continue;
            }

            messages++;
            repeats += cluster.Length > 0 && !before.Add(cluster) ? 1 : 0;
            if (likest[i] is { } found && stream[found.Number].Cluster is { } other
                && found.Score >= thresholds.LinkOf(stream[i].Named.Matter, stream[found.Number].Named.Matter))
            {
                links++;
                right += cluster.Length > 0 && cluster == other ? 1 : 0;
            }
        }

        return new LinkMeasure(messages, repeats, links, right);
    }

    /// <summary>For each message the likest of those before it, by the model that this message is to be judged by.</summary>
    internal static IReadOnlyList<(int Number, float Score)?> Likest(IReadOnlyList<StreamMessage> stream, Func<StreamMessage, LikenessModel> modelFor)
    {
        var index = new MatterIndex();
        var likest = new (int Number, float Score)?[stream.Count];
        for (var i = 0; i < stream.Count; i++)
        {
            likest[i] = index.Likest(stream[i].Named.Matter, stream[i].At, modelFor(stream[i]), _ => true);
            index.Add(stream[i].Named.Matter, stream[i].At);
        }

        return likest;
    }

    public static LinkMeasure operator +(LinkMeasure one, LinkMeasure other) => new(
        one.Messages + other.Messages, one.Repeats + other.Repeats, one.Links + other.Links, one.Right + other.Right);
}
