using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>Learns what makes two messages tell of the same matter. The same messages in the same order give the same model.</summary>
public static class LikenessTrainer
{
    private const int Trees = 200;

    /// <summary>A link must be right so often: linking wrongly hides somebody's trouble.</summary>
    private const double LinksRight = 0.9;

    private const int ThresholdSteps = 100;

    private static readonly IEnumerable<float> Thresholds = Enumerable.Range(1, ThresholdSteps - 1).Select(s => s / (float)ThresholdSteps);

    /// <param name="pairs">Pairs as somebody may ask about them.</param>
    /// <param name="streams">Each in the order of time.</param>
    public static LikenessLesson Learn(PieceRarity rarity, IReadOnlyList<JudgedPair> pairs, IReadOnlyList<IReadOnlyList<StreamMessage>> streams)
    {
        var folds = new Folds(pairs, streams.SelectMany(s => s));
        var asked = Rows.Of(pairs, folds);
        var candidates = Rows.Of([.. streams.SelectMany(CandidateFinder.Pairs)], folds);

        // The last of each leaves nothing out: that one is shipped, the others measure it.
        var (pairForests, linkForests) = (new Forest[Folds.Count + 1], new Forest[Folds.Count + 1]);
        Parallel.For(0, 2 * (Folds.Count + 1), i => (i % 2 == 0 ? linkForests : pairForests)[i / 2] = (i % 2 == 0 ? candidates : asked).Grow(i / 2, Trees));

        var judged = pairs.Select((pair, i) => (pair.Form, pair.Same, Score: pairForests[folds.Of(pair.One.Id)].Score(asked.Signs[i]))).ToList();
        var same = Thresholds.MaxBy(t => PairMeasure.Of([.. judged.Select(j => (j.Same, j.Score))], t).F1);

        LikenessModel ModelOf(int fold, float link) => new(rarity, pairForests[fold], linkForests[fold], same, link);
        var unseen = Enumerable.Range(0, Folds.Count).Select(fold => ModelOf(fold, 0)).ToArray();
        var likest = streams.Select(s => LinkMeasure.Likest(s, m => unseen[folds.Of(m.Named.Id)])).ToList();
        LinkMeasure Links(float threshold) => streams.Zip(likest, (s, l) => LinkMeasure.Of(s, l, threshold)).Aggregate((one, other) => one + other);
        var link = Thresholds.Append(1).Where(t => t >= 0.5f).First(t => t >= 1 || Links(t).Precision >= LinksRight);

        return new LikenessLesson(
            ModelOf(Folds.Count, link),
            judged.GroupBy(j => j.Form).ToDictionary(g => g.Key, g => PairMeasure.Of([.. g.Select(j => (j.Same, j.Score))], same)),
            Links(link));
    }

    /// <summary>Pairs as numbers, each with the parts of the messages that its two belong to.</summary>
    private sealed record Rows(float[][] Signs, bool[] Same, (int One, int Other)[] Folds)
    {
        public static Rows Of(IReadOnlyList<JudgedPair> pairs, Folds folds)
        {
            var rows = new Rows(new float[pairs.Count][], [.. pairs.Select(p => p.Same)], [.. pairs.Select(p => (folds.Of(p.One.Id), folds.Of(p.Other.Id)))]);
            Parallel.For(0, pairs.Count, i =>
            {
                rows.Signs[i] = new float[LikenessModel.Signs];
                LikenessModel.SignsOf(pairs[i].One.Matter, pairs[i].Other.Matter, pairs[i].Apart, rows.Signs[i]);
            });
            return rows;
        }

        /// <summary>Trees of all pairs that have no message in one part.</summary>
        public Forest Grow(int without, int trees)
        {
            int[] seen = [.. Enumerable.Range(0, Same.Length).Where(i => Folds[i].One != without && Folds[i].Other != without)];
            return new TreeBooster([.. seen.Select(i => Signs[i])], [.. seen.Select(i => Same[i])]).Learn(trees);
        }
    }
}
