using GridBot.Core.Issues;

namespace GridBot.Storage.Issues;

/// <summary>What becomes of one issue in a commit.</summary>
/// <param name="Before">As it was loaded; null when it is new.</param>
/// <param name="After">As it is from now on. Its version is counted by the store.</param>
/// <param name="CancelRings">Rings that still wait in the outbox are cancelled before this commit's sayings go in.</param>
/// <param name="EraseWords">The sealed original goes, and so do words that wait to be said or were said.</param>
/// <param name="Correction">What somebody said of its class, kept for the next training.</param>
/// <param name="FreeCode">Its code in the group rests for a day and is then free.</param>
public sealed record IssueChange(
    Issue? Before,
    Issue After,
    IReadOnlyList<HistoryNote> History,
    IReadOnlyList<ResponseChange> Responses,
    bool CancelRings = false,
    bool FreeCode = false,
    bool EraseWords = false,
    Correction? Correction = null);
