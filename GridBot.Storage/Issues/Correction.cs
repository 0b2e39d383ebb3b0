namespace GridBot.Storage.Issues;

/// <summary>Somebody said which class an issue is, or that the guess was right.</summary>
/// <param name="Was">Category code.</param>
/// <param name="Became">Category code; the same when the guess was confirmed.</param>
/// <param name="Features">Which version of features the pieces are of.</param>
/// <param name="Pieces">What the model looked at, as bytes; sealed when stored.</param>
public sealed record Correction(DateTimeOffset At, string By, string Was, string Became, int Features, byte[] Pieces);
