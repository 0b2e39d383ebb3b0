using GridBot.Core.Issues;

namespace GridBot.Storage.Issues;

/// <summary>The words that stages go by in their column.</summary>
public static class StageName
{
    public static string Of(ClosedBecause why) => why switch
    {
        ClosedBecause.Confirmed => "confirmed",
        ClosedBecause.Silence => "silence",
        ClosedBecause.OwnReport => "own_report",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, "This reason has no name."),
    };

    public static string Of(Stage stage) => stage switch
    {
        Stage.Waiting => "waiting",
        Stage.Acknowledged => "acknowledged",
        Stage.Resolved => "resolved",
        Stage.Closed => "closed",
        Stage.Deferred => "deferred",
        Stage.Returned => "returned",
        Stage.Merged => "merged",
        Stage.Withdrawn => "withdrawn",
        Stage.Rejected => "rejected",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage.GetType().Name, "This stage has no name."),
    };
}
