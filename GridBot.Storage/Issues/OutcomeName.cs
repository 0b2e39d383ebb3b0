using GridBot.Core.Issues;

namespace GridBot.Storage.Issues;

/// <summary>The words that outcomes of a summons go by in their column.</summary>
internal static class OutcomeName
{
    public static string Of(ResponseOutcome outcome) => outcome switch
    {
        ResponseOutcome.Open => "open",
        ResponseOutcome.Answered => "answered",
        ResponseOutcome.AnsweredLate => "answered_late",
        ResponseOutcome.Declined => "declined",
        ResponseOutcome.Covered => "covered",
        ResponseOutcome.Missed => "missed",
        ResponseOutcome.Skipped => "skipped",
        ResponseOutcome.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This outcome has no name."),
    };

    public static ResponseOutcome Read(string name) =>
        Enum.GetValues<ResponseOutcome>().First(o => string.Equals(Of(o), name, StringComparison.Ordinal));
}
