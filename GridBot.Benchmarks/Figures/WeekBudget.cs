using System.Diagnostics;
using System.Globalization;
using GridBot.Demo.Week;

namespace GridBot.Benchmarks.Figures;

/// <summary>The message budget: what a week of a sub-district costs its people, played on the demo's town.</summary>
internal static class WeekBudget
{
    private const int Seed = 128;

    /// <param name="arguments">Days and reports a day; 7 and 100 where they are left out.</param>
    public static async Task<int> PrintAsync(string[] arguments)
    {
        var (days, perDay) = (Number(arguments, 0, 7), Number(arguments, 1, 100));
        var start = Stopwatch.GetTimestamp();
        var week = await WeekPlay.PlayAsync(days, perDay, Seed, CancellationToken.None);
        Figure.Note($"{days} days of {perDay} reports, {week.Issues} issues, {week.MessagesSent} messages, in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s");
        Figure.Print("week.issues", week.Issues, "issues");
        Figure.Print("week.issues.merged", week.Merged, "issues");
        Figure.Print("week.mentions.until-taken.p50", week.MentionsRank(0.5), "people");
        Figure.Print("week.mentions.until-taken.p90", week.MentionsRank(0.9), "people");
        Figure.Print("week.mentions.until-taken.max", week.MentionsRank(1), "people");
        Figure.Print("week.mentions.person-hour.max", week.MostMentionsInAnHour, "mentions");
        Figure.Print("week.group.messages.max", week.MostGroupMessages, "messages an issue");
        Figure.Print("week.group.over-budget", week.OverGroupBudget.Count, "issues");
        Figure.Print("week.taken.in-time", 100 * week.ShareTakenInTime, "%");
        Figure.Print("week.on-board", week.OnBoard, "issues");
        Figure.Print("week.done", week.Resolved, "issues");
        Figure.Print("week.limits-broken", week.LimitsBroken.Count, "findings");
        foreach (var broken in week.LimitsBroken.Distinct().Take(10).Concat(week.OverGroupBudget))
        {
            Figure.Note(broken);
        }

        return 0;
    }

    private static int Number(string[] arguments, int index, int otherwise) =>
        arguments.Length > index && int.TryParse(arguments[index], CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
}
