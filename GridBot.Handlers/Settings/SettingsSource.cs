using System.Security.Cryptography;
using System.Text;

namespace GridBot.Handlers.Settings;

/// <summary>The text of a settings file, wherever it came from, and the name that its faults bear.</summary>
public sealed record SettingsSource(string Name, string Content)
{
    private const int LargestFile = 64 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Tells one content from another; a byte-order mark makes no difference.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));

    /// <summary>Reads a file; what can't be read is a fault like any other.</summary>
    public static Loaded<SettingsSource> Read(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
            {
                return Refused(name, $"文件超过 {LargestFile >> 20} MB，请检查是否选错了文件");
            }

            return new Loaded<SettingsSource>.Good(
                new SettingsSource(name, Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF')));
        }
        catch (DecoderFallbackException)
        {
            return Refused(name, "文件不是 UTF-8 编码，请用编辑器另存为 UTF-8");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Refused(name, $"找不到文件 {path}，请检查 gridbot.yaml 里的路径（相对路径从启动服务的目录算起）");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Refused(name, $"读不了文件 {path}（{unreadable.Message}），请检查权限");
        }
    }

    private static Loaded<SettingsSource>.Faulty Refused(string name, string text) => new([new Fault(name, 0, "", text)]);
}
