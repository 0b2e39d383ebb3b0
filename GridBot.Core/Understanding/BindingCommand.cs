using System.Text.RegularExpressions;

namespace GridBot.Core.Understanding;

/// <summary>What the people who set GridBot up write: 绑定 in a group, 铃 1:1.</summary>
public abstract partial record BindingCommand
{
    /// <summary>绑定 alone: how it stands.</summary>
    public sealed record AskState : BindingCommand;

    /// <param name="PlaceName">As written.</param>
    /// <param name="Quiet">私信 behind it: no robot shall ring in this group.</param>
    public sealed record Bind(string PlaceName, bool Quiet) : BindingCommand;

    public sealed record GiveCode(string Code) : BindingCommand;

    /// <summary>A push robot's address for a place. The key is a secret.</summary>
    /// <param name="Key">Null where the address holds none.</param>
    public sealed record KeepKey(string PlaceName, string? Key) : BindingCommand
    {
        /// <summary>Without the key: this may end up in a log.</summary>
        public override string ToString() => nameof(KeepKey);
    }

    private BindingCommand()
    {
    }

    /// <summary>Null for anything else.</summary>
    public static BindingCommand? Read(string? text)
    {
        var written = text?.Trim() ?? "";
        if (BellForm().Match(written) is { Success: true } bell)
        {
            var key = KeyForm().Match(written);
            return new KeepKey(bell.Groups[1].Value.Trim(' ', '，', ',', '：', ':'), key.Success ? key.Groups[1].Value : null);
        }

        if (BindingForm().Match(written) is not { Success: true } binding)
        {
            return null;
        }

        var rest = binding.Groups[1].Value.Trim(' ', '　', '：', ':', '，', '。');
        var plain = Normaliser.Normalise(rest);
        if (rest.Length == 0)
        {
            return new AskState();
        }

        if (plain.Length == 4 && plain.All(char.IsAsciiDigit))
        {
            return new GiveCode(plain);
        }

        var quiet = rest.EndsWith("私信", StringComparison.Ordinal);
        return new Bind(quiet ? rest[..^2].TrimEnd() : rest, quiet);
    }

    /// <summary>绑定 stands first and little follows: 绑定电线掉下来了 is a report that somebody may write, too, but not so short.</summary>
    [GeneratedRegex(@"\A绑定(?:到|群)?([^\n]{0,30})\z")]
    private static partial Regex BindingForm();

    [GeneratedRegex(@"\A(?:网格)?铃\s*([^\n]{0,40}?)\s*https?://", RegexOptions.IgnoreCase)]
    private static partial Regex BellForm();

    [GeneratedRegex(@"[?&]key=([A-Za-z0-9_-]{4,128})")]
    private static partial Regex KeyForm();
}
