using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>
/// What came of learning. The measures are honest: every message was judged by trees that had seen no message of its
/// matter, at the model's thresholds.
/// </summary>
public sealed record LikenessLesson(LikenessModel Model, IReadOnlyDictionary<PairForm, PairMeasure> Pairs, IReadOnlyDictionary<PairForm, LinkMeasure> Links);
