using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridBot.Demo.Day;

/// <summary>
/// A day and a night in the town, written down once: what people do, what is shown meanwhile, and every message that
/// GridBot must send. The page plays it, and so does the test.
/// </summary>
/// <param name="Clock">When it begins.</param>
/// <param name="FirstNumber">The number of its first issue: a town that works has had others before.</param>
internal sealed record DayScript(DateTimeOffset Clock, long FirstNumber, IReadOnlyList<Scene> Scenes)
{
    private static readonly JsonSerializerOptions Strictly = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public static DayScript Read() => JsonSerializer.Deserialize<DayScript>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Day", "day.json")), Strictly)!;
}

/// <summary>One picture of the day: a caption, whose phone one sees, what is done, and what WeCom's side receives.</summary>
/// <param name="Step">The part of the day, counted from 1; several scenes may belong to one.</param>
/// <param name="Phone">Whose phone is in the hand, and In, which chat is open: see <see cref="Act"/>.</param>
/// <param name="Expect">Every message, as <see cref="Transcript"/> writes it.</param>
internal sealed record Scene(
    int Step, string Caption, string Phone, string In, IReadOnlyList<Act>? Acts = null, IReadOnlyList<string>? Expect = null);

/// <summary>
/// One thing that happens: somebody says something, taps a button by its key, leaves the roster, or time passes until a
/// time of day (the next one, Beijing's). In names the chat: 群 (the grid's group), another group by its name, 机器人 or 应用.
/// </summary>
internal sealed record Act(
    string? By = null, string? In = null, string? Say = null, string? Quote = null, string? Tap = null, string? Leave = null, string? Until = null);
