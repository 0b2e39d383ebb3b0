using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class TrainerTests
{
    [Fact]
    public void The_same_examples_and_seed_give_the_same_bytes_and_another_seed_others()
    {
        var bytes = WeightsFile.Write(SmallSchool.Learn());

        Assert.Equal(bytes, WeightsFile.Write(SmallSchool.Learn()));
        Assert.NotEqual(bytes, WeightsFile.Write(SmallSchool.Learn(seed: 2)));
    }

    [Fact]
    public void What_was_learned_is_known()
    {
        var weights = SmallSchool.Learn();
        var reader = new FeatureReader(WordFiles.Vocabulary, WordFiles.Categories);
        var classifier = ClassifierOf(weights);
        Assert.All(SmallSchool.Examples, example =>
        {
            classifier.Read(reader.Listen(example), out var opinion);
            var intents = weights.Of(Aspect.Intent);
            Assert.Equal(example[Aspect.Intent].Right, 1UL << opinion.Likeliest(intents));
        });
    }

    /// <summary>A byte for each weight rounds by half a step; over all pieces of a text that adds up to this much.</summary>
    [Fact]
    public void Scores_are_those_of_the_trainer_but_for_rounding()
    {
        var reader = new FeatureReader(WordFiles.Vocabulary, WordFiles.Categories);
        var keys = FeatureReader.Vocabulary(SmallSchool.Examples, 1000);
        var rows = reader.Read(SmallSchool.Examples, keys);
        var codes = Codes.Of(Aspect.Intent, WordFiles.Categories);
        var model = Planes.Learn(
            rows, Rarity.Of(rows, keys.Length), reader.SignalNames.Count, PlaneRates.For(Aspect.HotlineIntent),
            [.. SmallSchool.Examples.Select(e => e[Aspect.Intent])], codes.Count, seed: 1);
        var weights = Packing.Pack([new AspectColumns(Aspect.Intent, codes, 0, 1, 1)], [model], keys, reader.SignalNames);
        var classifier = ClassifierOf(weights);
        for (var i = 0; i < rows.Length; i++)
        {
            var wanted = model.Scores(rows[i]);
            classifier.Scores(reader.Listen(SmallSchool.Examples[i]), out var scores);
            for (var k = 0; k < codes.Count; k++)
            {
                Assert.Equal(wanted[k], scores[k], 1e-4f + (weights.Scales[k] * 0.5f * MathF.Sqrt(rows[i].Grams.Length)));
            }
        }
    }

    [Fact]
    public void A_ticket_gets_the_class_of_tickets_and_a_chat_that_of_chats()
    {
        var categories = Codes.Of(Aspect.Category, WordFiles.Categories);
        var tickets =
            from building in Enumerable.Range(1, 15)
            from told in ((string Trouble, string Class)[])[("路灯一盏都不亮", "utilities"), ("水管爆了到处流水", "facility")]
            select new Example($"其是{building}栋业主，{told.Trouble}，故来电反映", "", "", "")
                .Says(Aspect.Channel, Codes.Channels, [Codes.Hotline])
                .Says(Aspect.Category, categories, [told.Class])
                .Says(Aspect.HotlineIntent, Codes.HotlineIntents, ["report"]);
        var understander = Ears.With(new Trainer(WordFiles.Vocabulary, WordFiles.Categories, seed: 1).Train([.. SmallSchool.Examples, .. tickets]));

        Assert.Equal("utilities", ClassOf("其是31栋业主，路灯一盏都不亮，故来电反映"));
        Assert.Equal("facility", ClassOf("31栋路灯一盏都不亮"));
        Assert.Equal("facility", ClassOf("其是31栋业主，水管爆了到处流水，故来电反映"));
        Assert.Equal("utilities", ClassOf("31栋水管爆了到处流水"));

        string ClassOf(string text) => understander.Read(new Utterance(text, null, "visitor", null, Ears.ThirdGrid, Ears.Morning)).Judgement!.Categories[0];
    }

    [Fact]
    public void Exponential_is_close_to_the_library_s_everywhere() =>
        Assert.All(Enumerable.Range(0, 4000).Select(i => -i / 50f), x => Assert.Equal(MathF.Exp(x), Exponential.Of(x), 3e-6f));

    [Fact]
    public void Probabilities_mean_what_they_say()
    {
        // Of a hundred answers at a score of 2 against 0, two thirds are right: far less than the score says.
        float[] scores = [2, 0];
        var unseen = Enumerable.Range(0, 300).Select(i => (Scores: scores, Right: i % 3 == 0 ? 2UL : 1UL)).ToList();
        var temperature = Calibration.Temperature(unseen);

        Assert.InRange(1 / (1 + MathF.Exp(-2 / temperature)), 0.64f, 0.69f);
        Assert.True(Calibration.Threshold(unseen, temperature, againstSecond: false) > 1, "No answer is sure enough.");
    }

    /// <summary>Nineteen of the twenty surest answers are right, of the others none: only the surest reach 95 of 100.</summary>
    [Theory]
    [InlineData(false, 0.909)]
    [InlineData(true, 0.953)]
    public void The_threshold_is_the_confidence_of_the_last_answer_that_is_sure_enough(bool againstSecond, double threshold)
    {
        var unseen = Enumerable.Range(0, 40).Select(i => (Scores: i < 20 ? [3f, 0, 0] : new[] { 1f, 0, 0 }, Right: i < 19 ? 1UL : 2UL)).ToList();

        Assert.Equal(threshold, Calibration.Threshold(unseen, 1, againstSecond), 1e-3);
    }

    /// <summary>Whatever else is likely counts, also a class that this town has struck off its list: beside that one, it is less likely than not.</summary>
    [Fact]
    public void A_class_is_not_sure_because_the_town_does_not_know_the_right_one()
    {
        var known = ClassOf(Ears.With(ShippedWeights.Value));
        var struck = ClassOf(Ears.With(ShippedWeights.Value, tree: new CategoryTree([.. WordFiles.Categories.Categories.Where(c => c.Code != "utilities")])));

        Assert.Equal(("utilities", true), (known.Categories[0], known.CategoryIsSure));
        Assert.InRange(struck.CategoryConfidence, 0, 0.5);
        Assert.False(struck.CategoryIsSure);

        static Judgement ClassOf(Understander understander) =>
            understander.Read(new Utterance("8栋停水了，自来水一滴都没有", null, "visitor", null, Ears.ThirdGrid, Ears.Morning)).Judgement!;
    }

    internal static Classifier ClassifierOf(Weights weights) =>
        new(weights, new PhraseBook(WordFiles.Vocabulary, WordFiles.Categories), WordFiles.Categories);
}
