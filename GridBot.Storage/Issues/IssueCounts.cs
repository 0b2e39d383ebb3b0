namespace GridBot.Storage.Issues;

/// <summary>How a scope stands in a span of time.</summary>
/// <param name="Open">Now, whenever they were opened.</param>
/// <param name="Overdue">Of those, past their resolution limit.</param>
public sealed record IssueCounts(int Opened, int Taken, int Resolved, int ResolvedInTime, int Open, int Waiting, int Overdue);
