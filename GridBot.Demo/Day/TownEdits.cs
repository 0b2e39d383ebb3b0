using System.Text.RegularExpressions;

namespace GridBot.Demo.Day;

/// <summary>What a person would change in the invented town's files with an editor.</summary>
internal static class TownEdits
{
    public static string OnlyNeighboursAreMentioned(string roster) =>
        Changed(roster, "levels: [building, grid, community, subdistrict]", "levels: [building, grid]");

    public static string QuietNights(string policies) =>
        Changed(policies, "quiet_hours: none", "quiet_hours: \"22:00-07:00\"");

    /// <summary>Somebody leaves: their line goes, and whoever stood in for them takes over their duty.</summary>
    public static string WithoutPerson(string roster, string userId)
    {
        var id = Regex.Escape(userId);
        var left = Regex.Replace(roster, $@"\{{user: {id}, stand_ins: \[([^\]]+)\]\}}", "$1");
        left = Regex.Replace(left, $@"\{{user: ([^,]+), stand_ins: \[{id}\]\}}", "$1");
        return Regex.Replace(left, $@"^.*\{{userid: {id},.*\n", "", RegexOptions.Multiline);
    }

    private static string Changed(string text, string from, string to) =>
        text.Contains(from, StringComparison.Ordinal)
            ? text.Replace(from, to, StringComparison.Ordinal)
            : throw new InvalidOperationException($"The invented town's files no longer say \"{from}\".");
}
