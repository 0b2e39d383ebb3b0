using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>
/// One cause, many reporters (群发性事件): reports of one kind from one community are one issue, which lies at the
/// smallest place around all of them. Which kinds spread like that stands in categories.yaml (area: true).
/// </summary>
public static class AreaMatter
{
    /// <summary>True when both tell of the same thing going wrong in one community.</summary>
    public static bool IsSame(Issue one, Issue other, Scene scene) =>
        Spreads(one, scene.Categories) && one.Category == other.Category && one.Subcategory == other.Subcategory
        && other.Urgency != Urgency.Emergency
        && scene.Roster.AncestorAt(one.PlaceId, Level.Community) is { } community
        && scene.Roster.AncestorAt(other.PlaceId, Level.Community)?.Id == community.Id;

    /// <summary>An emergency is never one of many, and neither is what is private or rehearsed.</summary>
    public static bool Spreads(Issue issue, CategoryTree categories) =>
        !issue.IsPrivate && !issue.IsRehearsal && Spreads(issue.Category, issue.Subcategory, issue.Urgency, categories);

    /// <summary>The smallest place that holds all of these; null when the roster knows none.</summary>
    public static string? Around(IReadOnlyList<string> placeIds, RosterBook roster) =>
        placeIds.Count == 0 ? null : roster.PathUp(placeIds[0]).FirstOrDefault(p => placeIds.All(id => roster.IsWithin(id, p.Id)))?.Id;

    /// <summary>How many grids it was reported from.</summary>
    public static int Grids(Issue issue, RosterBook roster) =>
        issue.ReportedAt.Select(p => roster.AncestorAt(p, Level.Grid)?.Id).OfType<string>().Distinct().Count();

    public static bool Spreads(string category, string? subcategory, Urgency urgency, CategoryTree categories) =>
        urgency != Urgency.Emergency
        && categories.Find(category)?.Subcategories.FirstOrDefault(s => s.Code == subcategory) is { IsOfAnArea: true };
}
