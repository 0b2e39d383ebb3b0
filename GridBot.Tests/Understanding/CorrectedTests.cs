using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training;
using GridBot.Host.Learning;
using GridBot.Storage.Issues;
using Xunit;

namespace GridBot.Tests.Understanding;

/// <summary>What people said of a class changes what is understood the next time, without the words having been kept.</summary>
public sealed class CorrectedTests
{
    private const string Heard = "3栋路灯一盏都不亮";

    private static readonly IReadOnlyList<string> _categories = Codes.Of(Aspect.Category, WordFiles.Categories);

    [Fact]
    public void Corrections_change_the_answer_and_the_same_ones_give_the_same_bytes()
    {
        var before = SmallSchool.Learn();
        Assert.Equal("facility", ClassOf(before));

        var said = Enumerable.Range(0, 12).Select(_ => Said(before, "utilities", Pieces.Current)).ToList();
        var after = Learn(said);

        Assert.Equal("utilities", ClassOf(after));
        Assert.Equal(WeightsFile.Write(after), WeightsFile.Write(Learn(said)));
    }

    [Fact]
    public void What_another_version_heard_and_classes_that_are_gone_are_left_out_and_counted()
    {
        var weights = SmallSchool.Learn();
        var corrected = Corrected.Of(
            [Said(weights, "utilities", Pieces.Current + 1), Said(weights, "no-such-class", Pieces.Current), Said(weights, "noise", Pieces.Current)],
            _categories);

        Assert.Equal((1, 2), (corrected.Lessons.Count, corrected.Skipped));
    }

    [Fact]
    public void Kept_pieces_are_those_that_the_trainer_would_read_in_the_words()
    {
        var weights = SmallSchool.Learn();
        var example = SmallSchool.Examples[1];
        var reader = new FeatureReader(WordFiles.Vocabulary, WordFiles.Categories);
        var pieces = TrainerTests.ClassifierOf(weights).PiecesOf(reader.Listen(example));
        var kept = new Example("", "", "", "") { Pieces = Pieces.Of(pieces.Version, pieces.ToBytes()) };

        var rows = reader.Read([example, kept], weights.Keys);

        Assert.NotEmpty(rows[0].Grams);
        Assert.Equal(rows[0].Grams, rows[1].Grams);
        Assert.Equal(rows[0].Signals.Order(), rows[1].Signals);
    }

    private static Weights Learn(IReadOnlyList<Correction> said) =>
        new Trainer(WordFiles.Vocabulary, WordFiles.Categories, seed: 1).Train([.. SmallSchool.Examples, .. Corrected.Of(said, _categories).Lessons]);

    private static Correction Said(Weights weights, string became, int version) =>
        new(Ears.Morning, "li", "facility", became, version, TrainerTests.ClassifierOf(weights).PiecesOf(Listen()).ToBytes());

    private static string ClassOf(Weights weights)
    {
        TrainerTests.ClassifierOf(weights).Read(Listen(), out var opinion);
        return weights.Of(Aspect.Category).Codes[opinion.Likeliest(weights.Of(Aspect.Category))];
    }

    private static Listened Listen() => new FeatureReader(WordFiles.Vocabulary, WordFiles.Categories).Listen(new Example(Heard, "", "", ""));
}
