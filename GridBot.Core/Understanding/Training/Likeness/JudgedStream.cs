namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>A stream whose clusters somebody judged.</summary>
/// <param name="Messages">In the order of time.</param>
public sealed record JudgedStream(PairForm Form, IReadOnlyList<StreamMessage> Messages);
