using GridBot.Core.Understanding.Likeness;
using GridBot.Core.Understanding.Training.Likeness;
using Xunit;

namespace GridBot.Tests.Understanding;

/// <summary>What is counted as right when pairs and streams are measured.</summary>
public sealed class LikenessMeasureTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Pairs_are_measured_at_the_threshold_and_over_all_thresholds()
    {
        var measure = Measure((true, 0.9f), (false, 0.8f), (true, 0.7f), (false, 0.2f));

        Assert.Equal((4, 0.5, 0.5, 0.5), (measure.Pairs, measure.Precision, measure.Recall, measure.F1));
        Assert.Equal((1 + (2 / 3.0)) / 2, measure.AveragePrecision, 9);
    }

    [Fact]
    public void Equal_scores_are_taken_together_so_that_their_order_changes_nothing() =>
        Assert.Equal(
            Measure((true, 0.5f), (false, 0.5f)).AveragePrecision, Measure((false, 0.5f), (true, 0.5f)).AveragePrecision);

    [Fact]
    public void Nothing_called_the_same_and_nothing_to_find_are_zeros_not_errors()
    {
        var measure = Measure((false, 0.1f));
        Assert.Equal((0, 0, 0, 0), (measure.Precision, measure.Recall, measure.F1, measure.AveragePrecision));
        Assert.Equal((0, 0), (new LinkMeasure(3, 0, 0, 0).Precision, new LinkMeasure(3, 0, 0, 0).Recall));
    }

    [Fact]
    public void A_link_is_right_to_any_earlier_message_of_the_cluster_and_undecided_ones_are_left_out()
    {
        StreamMessage[] stream = [Message("a"), Message("a"), Message(""), Message(null), Message("a"), Message("b"), Message("b"), Message(null), Message("")];
        (int, float)?[] likest = [null, (0, 0.9f), (0, 0.9f), (0, 0.9f), (1, 0.8f), (3, 0.9f), (5, 0.1f), (2, 0.9f), (2, 0.9f)];

        Assert.Equal(new LinkMeasure(Messages: 7, Repeats: 3, Links: 4, Right: 2), LinkMeasure.Of(stream, likest, new LikenessThresholds(0, 0, 0, 1, 0.5f)));
    }

    /// <summary>Called the same from 0.75 on.</summary>
    private static PairMeasure Measure(params (bool Same, float Score)[] judged) =>
        PairMeasure.Of([.. judged.Select(j => new PairMeasure.Judgement(j.Same, j.Score, j.Score >= 0.75f))]);

    private static StreamMessage Message(string? cluster) =>
        new(new NamedMatter("m", Matter.Of("路灯坏了", null, new TextSense(new RarityCounter().Count(), Topics.None))), Noon, cluster);
}
