namespace GridBot.Demo.Week;

/// <summary>What some days of a sub-district cost its people in messages. Counts are of issues, unless a name says otherwise.</summary>
/// <param name="MentionsUntilTaken">For each issue that was rung for: how many people were rung until somebody took it; sorted.</param>
/// <param name="MostMentionsInAnHour">The most that normal issues called one person, by @ or by a 1:1 card, in any sixty minutes.</param>
/// <param name="OverGroupBudget">Normal issues of which a group heard more often than 1 + steps + 2, and 2 for each rework, and 1 for each further report; each with its count and all that was said.</param>
/// <param name="MostGroupMessages">The most messages of one normal issue in one group.</param>
/// <param name="TakenInTime">Those taken before their ladder ended.</param>
/// <param name="OnBoard">Those that reached the exception board.</param>
/// <param name="MessagesSent">Everything that WeCom's side showed to anybody.</param>
/// <param name="LimitsBroken">Calls that WeCom refused or swallowed for their rate or their form; none is the aim.</param>
public sealed record WeekFigures(
    int Issues, int Merged, int Rung, IReadOnlyList<int> MentionsUntilTaken, int MostMentionsInAnHour, string? MostMentionedPerson,
    IReadOnlyList<string> OverGroupBudget, int MostGroupMessages, int TakenInTime, int OnBoard, int Resolved, long MessagesSent,
    IReadOnlyList<string> LimitsBroken)
{
    /// <summary>The number of people rung below which this part of the issues lies.</summary>
    public int MentionsRank(double part) => MentionsUntilTaken.Count == 0
        ? 0
        : MentionsUntilTaken[Math.Min(MentionsUntilTaken.Count - 1, (int)Math.Ceiling(part * MentionsUntilTaken.Count) - 1)];

    public double ShareTakenInTime => Rung == 0 ? 1 : (double)TakenInTime / Rung;
}
