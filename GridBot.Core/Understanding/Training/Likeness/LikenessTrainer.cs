using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>Learns what makes two messages tell of the same matter. The same messages in the same order give the same model.</summary>
public static class LikenessTrainer
{
    private const int Trees = 200;

    /// <param name="pairs">Pairs as somebody may ask about them.</param>
    public static LikenessLesson Learn(TextSense sense, IReadOnlyList<JudgedPair> pairs, IReadOnlyList<JudgedStream> streams)
    {
        var folds = new Folds(pairs, streams.SelectMany(s => s.Messages));
        SignRows Candidates(Func<PairForm, bool> forms) =>
            SignRows.Of([.. streams.Where(s => forms(s.Form)).SelectMany(s => CandidateFinder.Pairs(s.Messages))], folds);
        var forests = Grow(
            SignRows.Of(pairs, folds), Candidates(f => f == PairForm.TitlesAndDetails), Candidates(f => f != PairForm.TitlesAndDetails));

        var models = forests.Select(f => new LikenessModel(sense, f, new LikenessThresholds(0, 0, 0, 0, 0))).ToArray();
        var unseen = new Unseen(pairs, streams, id => models[folds.Of(id)]);
        var thresholds = unseen.Found;
        return new LikenessLesson(new LikenessModel(sense, forests[^1], thresholds), unseen.Pairs(thresholds), unseen.Links(thresholds));
    }

    /// <summary>Forests that leave out one part each, and at last those of everything: these are shipped, the others measure them.</summary>
    private static Forests[] Grow(SignRows pairs, SignRows letters, SignRows others)
    {
        SignRows[] kinds = [others, letters, pairs];
        var grown = new Forest[kinds.Length * (Folds.Count + 1)];
        Parallel.For(0, grown.Length, i => grown[i] = kinds[i % kinds.Length].Grow(i / kinds.Length, Trees));
        return [.. grown.Chunk(kinds.Length).Select(f => new Forests(f[2], f[1], f[0]))];
    }
}
