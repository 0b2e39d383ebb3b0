using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>Learns what makes two messages tell of the same matter. The same messages in the same order give the same model.</summary>
public static class LikenessTrainer
{
    private const int Trees = 200;

    /// <summary>What is linked or merged must be right so often: done wrongly it hides somebody's trouble.</summary>
    private const double RightEnough = 0.92;

    private const int ThresholdSteps = 100;

    private static readonly IEnumerable<float> Thresholds = Enumerable.Range(1, ThresholdSteps - 1).Select(s => s / (float)ThresholdSteps);

    /// <param name="pairs">Pairs as somebody may ask about them.</param>
    public static LikenessLesson Learn(TextSense sense, IReadOnlyList<JudgedPair> pairs, IReadOnlyList<JudgedStream> streams)
    {
        var folds = new Folds(pairs, streams.SelectMany(s => s.Messages));
        Rows Candidates(bool ofLetters) => Rows.Of([.. streams.Where(s => IsOfLetters(s.Form) == ofLetters).SelectMany(s => CandidateFinder.Pairs(s.Messages))], folds);
        var forests = Grow(Rows.Of(pairs, folds), Candidates(true), Candidates(false));
        LikenessModel ModelOf(int fold, LikenessThresholds thresholds) => new(sense, forests[fold], thresholds);
        var unseen = Enumerable.Range(0, Folds.Count).Select(fold => ModelOf(fold, new LikenessThresholds(0, 0, 0, 0, 0))).ToArray();

        var judged = pairs.Select(p => (Pair: p, Score: unseen[folds.Of(p.One.Id)].Score(p.One.Matter, p.Other.Matter))).ToList();
        PairMeasure Measure(IEnumerable<(JudgedPair Pair, float Score)> some, Func<JudgedPair, float> threshold) =>
            PairMeasure.Of([.. some.Select(j => new PairMeasure.Judgement(j.Pair.Same, j.Score, j.Score >= threshold(j.Pair)))]);
        float BestOf(bool isBrief) => Thresholds.MaxBy(t => Measure(judged.Where(j => j.Pair.IsBrief == isBrief), _ => t).F1);

        var surely = Thresholds.Append(1).First(t => t >= 1 || Measure(judged.Where(j => !j.Pair.IsBrief), _ => t).Precision >= RightEnough);

        var likest = streams.AsParallel().AsOrdered()
            .Select(s => (Stream: s, Found: LinkMeasure.Likest(s.Messages, m => unseen[folds.Of(m.Named.Id)]))).ToList();
        LinkMeasure Links(Func<PairForm, bool> forms, LikenessThresholds thresholds) => likest
            .Where(l => forms(l.Stream.Form)).Select(l => LinkMeasure.Of(l.Stream.Messages, l.Found, thresholds))
            .Aggregate(new LinkMeasure(0, 0, 0, 0), (one, other) => one + other);
        float LinkOf(Func<PairForm, bool> forms) =>
            Thresholds.Append(1).First(t => t >= 1 || Links(forms, new LikenessThresholds(0, 0, 0, t, t)).Precision >= RightEnough);

        var found = new LikenessThresholds(BestOf(true), BestOf(false), surely, LinkOf(IsOfLetters), LinkOf(f => !IsOfLetters(f)));
        return new LikenessLesson(
            ModelOf(Folds.Count, found),
            judged.GroupBy(j => j.Pair.Form).ToDictionary(g => g.Key, g => Measure(g, p => found.SameOf(p.One.Matter, p.Other.Matter))),
            streams.Select(s => s.Form).Distinct().ToDictionary(f => f, form => Links(f => f == form, found)));
    }

    private static bool IsOfLetters(PairForm form) => form == PairForm.TitlesAndDetails;

    /// <summary>Forests that leave out one part each, and at last those of everything: these are shipped, the others measure them.</summary>
    private static Forests[] Grow(Rows pairs, Rows letters, Rows others)
    {
        Rows[] kinds = [others, letters, pairs];
        var grown = new Forest[kinds.Length * (Folds.Count + 1)];
        Parallel.For(0, grown.Length, i => grown[i] = kinds[i % kinds.Length].Grow(i / kinds.Length, Trees));
        return [.. grown.Chunk(kinds.Length).Select(f => new Forests(f[2], f[1], f[0]))];
    }

    /// <summary>Pairs as numbers, each with the parts of the messages that its two belong to.</summary>
    private sealed record Rows(float[][] Signs, bool[] Same, float[] Weights, (int One, int Other)[] Folds)
    {
        public static Rows Of(IReadOnlyList<JudgedPair> pairs, Folds folds)
        {
            var rows = new Rows(new float[pairs.Count][], [.. pairs.Select(p => p.Same)], [.. pairs.Select(p => p.Weight)], [.. pairs.Select(p => (folds.Of(p.One.Id), folds.Of(p.Other.Id)))]);
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
            return seen.Length == 0 ? new Forest(float.NegativeInfinity, []) : new TreeBooster([.. seen.Select(i => Signs[i])], [.. seen.Select(i => Same[i])], [.. seen.Select(i => Weights[i])]).Learn(trees);
        }
    }
}
