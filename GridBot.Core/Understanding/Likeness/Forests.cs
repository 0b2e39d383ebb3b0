namespace GridBot.Core.Understanding.Likeness;

/// <summary>One forest for each question.</summary>
/// <param name="Pairs">Are these two given messages the same?</param>
/// <param name="Letters">Does this letter, with a title and details, belong to the one before it that looks most alike?</param>
/// <param name="Others">Does this message of any other form?</param>
internal sealed record Forests(Forest Pairs, Forest Letters, Forest Others)
{
    public Forest LinksOf(Matter one, Matter other) => one.IsLetter && other.IsLetter ? Letters : Others;
}
