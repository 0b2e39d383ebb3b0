using System.Globalization;
using System.Text.RegularExpressions;
using GridBot.Sandbox.Records;
using GridBot.Sandbox.Town;

namespace GridBot.Demo.Day;

/// <summary>
/// What WeCom showed to people, as lines that a person can read:
/// <c>23:15:00 push 群 @李强: 【#1】10栋 …</c>, a card as <c>title｜words ［button］［button］</c>.
/// In an expected line … stands for any words, and the instant may be left out.
/// </summary>
internal sealed partial class Transcript(SandboxTown town)
{
    private readonly Dictionary<string, string> _names = town.People.ToDictionary(p => p.UserId, p => p.Name);

    /// <summary>What was expected and not seen, and what was seen and not expected. The order within doesn't count.</summary>
    public static Differences Compare(IReadOnlyList<string> expected, IReadOnlyList<string> seen)
    {
        var missing = new List<string>();
        var left = seen.ToList();
        foreach (var line in expected)
        {
            var found = left.FindIndex(s => Fits(line, s));
            if (found < 0)
            {
                missing.Add(line);
            }
            else
            {
                left.RemoveAt(found);
            }
        }

        return new Differences(missing, left);
    }

    public string Line(LogEntry entry)
    {
        var where = entry.Chat is { } chat ? $"{NameOf(chat)}{OnlyFor(entry)}" : string.Join('、', entry.To.Select(Name));
        var mentions = string.Concat(entry.Mentions.Select(m => $" @{Name(m)}"));
        var words = entry.Card is { } card
            ? $"{card.Title}｜{card.Text} {string.Concat(card.Buttons.Select(b => $"［{b.Text}］"))}".TrimEnd()
            : entry.Text;
        return $"{BeijingTimeConverter.Beijing(entry.At).ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {entry.Channel} {where}{mentions}: {words.ReplaceLineEndings("⏎")}";
    }

    private static bool Fits(string expected, string seen)
    {
        var line = Instant().IsMatch(expected) ? seen : seen[9..];
        var pattern = string.Join(".*", expected.Split('…').Select(Regex.Escape));
        return Regex.IsMatch(line, $"^{pattern}$", RegexOptions.CultureInvariant);
    }

    private string OnlyFor(LogEntry entry) => entry.To.Count == 0 ? "" : $"（{string.Join('、', entry.To.Select(Name))}）";

    /// <summary>The first group is that of the stories: it is called 群, the others by their names.</summary>
    private string NameOf(string chatId) =>
        chatId == town.Chats[0].ChatId ? "群" : town.Chats.FirstOrDefault(c => c.ChatId == chatId)?.Name ?? chatId;

    private string Name(string userId) => _names.GetValueOrDefault(userId, userId);

    [GeneratedRegex(@"^\d\d:\d\d:\d\d ")]
    private static partial Regex Instant();
}
