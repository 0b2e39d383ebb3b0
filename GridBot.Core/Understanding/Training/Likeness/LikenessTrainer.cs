using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>Learns what makes two messages tell of the same matter. The same messages in the same order give the same model.</summary>
public static class LikenessTrainer
{
    /// <summary>A few hundred matters' pairs bear small trees only, streams with thousands of strangers deeper ones.</summary>
    private static readonly Growth OfPairs = new(600, 2, 0.2f, 0.5f);

    private static readonly Growth OfLinks = new(200, 3, 0.5f, 0.7f);

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
        (SignRows Rows, Growth Growth)[] kinds = [(others, OfLinks), (letters, OfLinks), (pairs, OfPairs)];
        var grown = new Forest[kinds.Length * (Folds.Count + 1)];
        Parallel.For(0, grown.Length, i => grown[i] = kinds[i % kinds.Length].Rows.Grow(i / kinds.Length, kinds[i % kinds.Length].Growth));
        return [.. grown.Chunk(kinds.Length).Select(f => new Forests(f[2], f[1], f[0]))];
    }
}
