using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class SelfTeachingTests
{
    private const string Riddle = "大家吃了吗";
    private const string Clear = "小区里垃圾堆成小山";

    [Fact]
    public void A_title_that_is_a_riddle_learns_its_class_from_the_detail()
    {
        var before = CategoryOf(Learn([]), Riddle);
        var after = CategoryOf(Learn([.. Enumerable.Repeat(new UnjudgedLetter(Riddle, Clear), 40)]), Riddle);

        Assert.True(before.Sanitation < 0.6f, "Alone it tells nothing.");
        Assert.Equal("sanitation", after.Likeliest);
        Assert.True(after.Sanitation > before.Sanitation + 0.2f, "The detail has told.");
    }

    [Fact]
    public void A_letter_without_a_likely_class_teaches_nothing() =>
        Assert.Equal(WeightsFile.Write(Learn([])), WeightsFile.Write(Learn([new UnjudgedLetter(Riddle, "")])));

    [Fact]
    public void Other_questions_are_learned_as_if_there_were_no_letters()
    {
        var (without, with) = (Learn([]), Learn([new UnjudgedLetter(Riddle, Clear)]));

        Assert.Equal(without.Keys, with.Keys);
        Assert.Equal(IntentBias(without), IntentBias(with));
    }

    private static Weights Learn(IReadOnlyList<UnjudgedLetter> letters) =>
        new Trainer(WordFiles.Vocabulary, WordFiles.Categories, seed: 1).Train(SmallSchool.Examples, letters);

    private static float[] IntentBias(Weights weights) =>
        weights.Bias[weights.Of(Aspect.Intent).First..(weights.Of(Aspect.Intent).First + Codes.Intents.Count)];

    private static (string Likeliest, float Sanitation) CategoryOf(Weights weights, string text)
    {
        var reader = new FeatureReader(WordFiles.Vocabulary, WordFiles.Categories);
        TrainerTests.ClassifierOf(weights).Read(reader.Listen(new Example(text, "", "", "")), out var opinion);
        var columns = weights.Of(Aspect.Category);
        return (columns.Codes[opinion.Likeliest(columns)], opinion.Of(columns, "sanitation"));
    }
}
