using System.Text.RegularExpressions;

namespace GridBot.Demo.Day;

/// <summary>What a person would change in the invented town's files with an editor.</summary>
internal static class TownEdits
{
    /// <summary>Somebody leaves: their line goes, and whoever stood in for them takes over their duty.</summary>
    public static string WithoutPerson(string roster, string userId)
    {
        var id = Regex.Escape(userId);
        var left = Regex.Replace(roster, $@"\{{user: {id}, stand_ins: \[([^\]]+)\]\}}", "$1");
        left = Regex.Replace(left, $@"\{{user: ([^,]+), stand_ins: \[{id}\]\}}", "$1");
        return Regex.Replace(left, $@"^.*\{{userid: {id},.*\n", "", RegexOptions.Multiline);
    }
}
