using System.Text.RegularExpressions;
using GridBot.Demo.Town;
using GridBot.Sandbox.Records;

namespace GridBot.Tests.Stories;

/// <summary>
/// The town before its first group, that of 金龙社区3网格, is bound: the roster knows nothing of it. The admin is 刘主任, who is in it.
/// </summary>
internal sealed partial class NewGroup : IDisposable
{
    public const string Place = "c1-g3";
    public const string Admin = Story.Liu;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gridbot-binding-");

    private NewGroup(DemoTown town)
    {
        ChatId = town.Chats[0].ChatId;
        Key = town.Chats[0].PushKey;
        var roster = Path.Combine(_folder.FullName, "roster.yaml");
        File.WriteAllLines(roster, OfficeAdmin().Replace(town.RosterYaml, $"admin: {Admin}").Split('\n').Where(line => !line.Contains(ChatId, StringComparison.Ordinal)));
        Settings = new() { ["Roster"] = roster };
    }

    public string ChatId { get; }

    /// <summary>The key of the push robot that is in the group.</summary>
    public string Key { get; }

    public Dictionary<string, string?> Settings { get; }

    /// <param name="hasKeys">False where nobody has given the service any push key.</param>
    public static async Task TellAsync(Func<Story, NewGroup, Task> told, bool hasKeys = true, string clock = "10:00:00")
    {
        using var group = new NewGroup(TownBuilder.Build());
        if (!hasKeys)
        {
            group.Settings["WeCom:PushKeys"] = "";
        }

        await Story.TellAsync(clock, story => told(story, group), group.Settings);
    }

    /// <summary>Taps the newest of one's own cards that shows this button.</summary>
    public static Task TapButtonAsync(Story story, string user, string button)
    {
        var card = story.WeCom.Log.Since(0).Last(e => e.To.Contains(user) && e.Card is { } c && c.Buttons.Any(b => b.Text == button)).Card!;
        return story.TapCardAsync(user, card.TaskId!, card.Buttons.Single(b => b.Text == button).Key);
    }

    /// <summary>The digits that a robot posted last.</summary>
    public static string CodeIn(Story story) =>
        CodeForm().Match(story.WeCom.Log.Since(0).Last(e => e.Channel is Channel.Push or Channel.AppChat && CodeForm().IsMatch(e.Text)).Text).Groups[1].Value;

    /// <summary>Another four digits.</summary>
    public static string Not(string code) => code == "0000" ? "0001" : "0000";

    public void Dispose() => _folder.Delete(recursive: true);

    [GeneratedRegex(@"admin: [\w.]+")]
    private static partial Regex OfficeAdmin();

    [GeneratedRegex(@"^绑定数字：(\d{4})。")]
    private static partial Regex CodeForm();
}
