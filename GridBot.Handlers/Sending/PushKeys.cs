using GridBot.Core.Roster;
using GridBot.Handlers.Settings;
using GridBot.WeCom;
using Microsoft.Extensions.Options;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace GridBot.Handlers.Sending;

/// <summary>
/// The keys of the groups' push robots: from the file that WeCom:PushKeys names ("place: key" a line, or "chatid: key"
/// where several groups are bound to one place), else those that admins sent, sealed in the database. A key rings its group without asking for anything else, so it is a
/// secret: in no log, no row, no page. A changed file counts at once.
/// </summary>
public sealed class PushKeys(IOptionsMonitor<WeComOptions> options, GroupsInForce groups)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();
    private readonly Lock _lock = new();
    private (DateTime WrittenAt, Dictionary<string, string> Keys) _read = (DateTime.MinValue, []);

    /// <summary>Null where the group has no push robot.</summary>
    public string? Find(GroupChat group) => Keys().GetValueOrDefault(group.ChatId) ?? FindFor(group.PlaceId);

    /// <summary>That of a place, whichever group it turns out to be in.</summary>
    public string? FindFor(string placeId) => Keys().GetValueOrDefault(placeId) ?? groups.KeyOf(placeId);

    /// <summary>What is wrong with the file, for the check before the start; null when nothing is.</summary>
    public static string? FaultOf(string path)
    {
        if (path.Length == 0)
        {
            return null;
        }

        try
        {
            _ = Read(path);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"WeCom:PushKeys：读不了文件 {path}，请检查路径和权限。";
        }
        catch (YamlException error)
        {
            return $"WeCom:PushKeys：文件 {path} 第{error.Start.Line}行不是“地点: 密钥”的格式。";
        }
    }

    private Dictionary<string, string> Keys()
    {
        var path = options.CurrentValue.PushKeys;
        if (path.Length == 0 || !File.Exists(path))
        {
            return _read.Keys;
        }

        lock (_lock)
        {
            var writtenAt = File.GetLastWriteTimeUtc(path);
            if (writtenAt != _read.WrittenAt)
            {
                _read = (writtenAt, FaultOf(path) is null ? Read(path) : _read.Keys);
            }

            return _read.Keys;
        }
    }

    private static Dictionary<string, string> Read(string path) =>
        Yaml.Deserialize<Dictionary<string, string>?>(File.ReadAllText(path)) ?? [];
}
