using System.CommandLine;
using GridBot.Core.Roster;

namespace GridBot.Host.Commands;

/// <summary>--place, as several commands take it.</summary>
internal static class PlaceArgument
{
    public static Option<string> Option() => new("--place") { Description = "地点的 id 或名称，如 10栋", Required = true };

    /// <summary>The one place of this id, name or alias; else null and what to write instead.</summary>
    public static Place? Find(RosterBook roster, string written, out string fault)
    {
        var places = roster.Places.Where(p => p.Id == written || p.Name == written || p.Aliases.Contains(written)).ToList();
        fault = places.Count == 0
            ? $"--place：名册里没有“{written}”，请写地点的 id 或名称。"
            : $"--place：“{written}”有 {places.Count} 处，请写 id：{string.Join("、", places.Take(10).Select(p => p.Id))}。";
        return places is [var place] ? place : null;
    }
}
