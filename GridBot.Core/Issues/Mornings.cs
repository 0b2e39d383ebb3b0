using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>
/// What waited over night leaves in the morning, spread over ten minutes: all of one community in the same moment, so that a
/// group reads one text and a person gets one card, and not all communities at once.
/// </summary>
public static class Mornings
{
    public static readonly TimeSpan Spread = TimeSpan.FromMinutes(10);

    /// <summary>The instant itself by day; for one inside quiet hours the moment of its place after they end.</summary>
    public static DateTimeOffset After(Issue issue, DateTimeOffset instant, Scene scene) =>
        issue.Urgency == Urgency.Normal && scene.Policy.QuietHours is { } quiet && quiet.Contains(scene.Calendar.LocalTime(instant))
            ? scene.Calendar.After(quiet, instant) + Offset(scene.Roster.AncestorAt(issue.PlaceId, Level.Community)?.Id ?? issue.PlaceId)
            : instant;

    /// <summary>True in the minutes in which what waited leaves.</summary>
    public static bool IsMorning(Issue issue, DateTimeOffset instant, Scene scene) =>
        issue.Urgency == Urgency.Normal && scene.Policy.QuietHours is { } quiet
        && new DailyWindow(quiet.To, quiet.To.Add(Spread)).Contains(scene.Calendar.LocalTime(instant));

    /// <summary>Always the same for the same place (FNV-1a), whole seconds.</summary>
    private static TimeSpan Offset(string placeId)
    {
        var hash = 2166136261u;
        foreach (var c in placeId)
        {
            hash = unchecked((hash ^ c) * 16777619u);
        }

        return TimeSpan.FromSeconds(hash % (uint)Spread.TotalSeconds);
    }
}
