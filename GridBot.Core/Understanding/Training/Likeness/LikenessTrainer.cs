using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>Learns what makes two messages tell of the same matter. The same pairs in the same order give the same model.</summary>
public static class LikenessTrainer
{
    private const int Trees = 200;

    /// <summary>A link must be right so often: linking wrongly hides somebody's trouble.</summary>
    private const double LinksRight = 0.9;

    private const int ThresholdSteps = 100;

    /// <param name="pairs">Pairs as somebody may ask about them.</param>
    /// <param name="candidates">Messages beside those before them that look most alike; see <see cref="CandidateFinder"/>.</param>
    public static LikenessModel Learn(PieceRarity rarity, IReadOnlyList<JudgedPair> pairs, IReadOnlyList<JudgedPair> candidates)
    {
        var folds = new Folds(pairs.Concat(candidates));
        return new LikenessModel(
            rarity, Grow(pairs), Grow(candidates), BestSame(pairs, ScoresUnseen(pairs, folds)), BestLink(candidates, ScoresUnseen(candidates, folds)));
    }

    /// <summary>The score of each pair by a forest that has seen no message of its matter.</summary>
    private static float[] ScoresUnseen(IReadOnlyList<JudgedPair> pairs, Folds folds)
    {
        var (one, other) = (pairs.Select(p => folds.Of(p.One.Id)).ToArray(), pairs.Select(p => folds.Of(p.Other.Id)).ToArray());
        var scores = new float[pairs.Count];
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var seen = pairs.Where((_, i) => one[i] != fold && other[i] != fold).ToList();
            if (seen.Exists(p => p.Same) && seen.Exists(p => !p.Same))
            {
                var forest = Grow(seen);
                for (var i = 0; i < scores.Length; i++)
                {
                    scores[i] = one[i] == fold ? forest.Score(SignsOf(pairs[i])) : scores[i];
                }
            }
        }

        return scores;
    }

    /// <summary>Where precision and recall together (F1) are best.</summary>
    private static float BestSame(IReadOnlyList<JudgedPair> pairs, float[] scores)
    {
        var (best, bestF1) = (0.5f, 0.0);
        var all = pairs.Count(p => p.Same);
        for (var step = 1; step < ThresholdSteps; step++)
        {
            var threshold = step / (float)ThresholdSteps;
            var (right, found) = (0, 0);
            for (var i = 0; i < scores.Length; i++)
            {
                found += scores[i] >= threshold ? 1 : 0;
                right += scores[i] >= threshold && pairs[i].Same ? 1 : 0;
            }

            var f1 = 2.0 * right / (found + all);
            (best, bestF1) = f1 > bestF1 ? (threshold, f1) : (best, bestF1);
        }

        return best;
    }

    /// <summary>The lowest score from which links to the likest are right often enough.</summary>
    private static float BestLink(IReadOnlyList<JudgedPair> candidates, float[] scores)
    {
        var likest = candidates.Select((pair, i) => (pair.One.Id, pair.Same, Score: scores[i]))
            .GroupBy(c => c.Id).Select(g => g.MaxBy(c => c.Score)).ToList();
        for (var step = 50; step < ThresholdSteps; step++)
        {
            var links = likest.Where(l => l.Score >= step / (float)ThresholdSteps).ToList();
            if (links.Count > 0 && links.Count(l => l.Same) >= LinksRight * links.Count)
            {
                return step / (float)ThresholdSteps;
            }
        }

        return 1 - (1 / (float)ThresholdSteps);
    }

    private static Forest Grow(IReadOnlyList<JudgedPair> pairs) =>
        new TreeBooster([.. pairs.Select(SignsOf)], [.. pairs.Select(p => p.Same)]).Learn(Trees);

    private static float[] SignsOf(JudgedPair pair)
    {
        var signs = new float[LikenessModel.Signs];
        LikenessModel.SignsOf(pair.One.Matter, pair.Other.Matter, pair.Apart, signs);
        return signs;
    }
}
