using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Core.Understanding;

/// <summary>3栋停水，5栋也停水 is one problem, which lies around both.</summary>
internal static class AreaProblems
{
    public static IReadOnlyList<Problem> Fold(List<Problem> problems, CategoryTree tree, RosterBook roster)
    {
        for (var i = problems.Count - 1; i > 0; i--)
        {
            var problem = problems[i];
            var first = AreaMatter.Spreads(problem.Category, problem.Subcategory, problem.Urgency, tree)
                ? problems.FindIndex(0, i, p => p.Category == problem.Category && p.Subcategory == problem.Subcategory)
                : -1;
            if (first >= 0)
            {
                problems[first] = Both(problems[first], problem, roster);
                problems.RemoveAt(i);
            }
        }

        return problems;
    }

    private static Problem Both(Problem one, Problem other, RosterBook roster)
    {
        var around = one.Place is { } here && other.Place is { } there ? AreaMatter.Around([here.PlaceId, there.PlaceId], roster) : null;
        return one with
        {
            Text = $"{one.Text}，{other.Text}",
            Place = around is null || around == one.Place!.PlaceId ? one.Place ?? other.Place : new PlaceReading(around, false, null, []),
        };
    }
}
