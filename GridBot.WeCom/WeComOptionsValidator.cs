using System.Globalization;
using GridBot.WeCom.Callbacks;
using Microsoft.Extensions.Options;

namespace GridBot.WeCom;

/// <summary>Names every fault of the settings at once, with the place in WeCom's admin console that has the value.</summary>
public sealed class WeComOptionsValidator : IValidateOptions<WeComOptions>
{
    private const string Console = "WeCom's admin console (https://work.weixin.qq.com)";
    private const string AppPage = $"{Console}: 应用管理 → 自建 → the app";
    private const string AppCallbackPage = $"{AppPage} → 接收消息 → 设置API接收";
    private const string BotPage = $"{Console}: 管理工具 → 智能机器人 → the robot → API模式";
    private const int ShortestToken = 3;
    private const int LongestToken = 32;

    public ValidateOptionsResult Validate(string? name, WeComOptions options)
    {
        var faults = new List<string>();

        CheckAddress(faults, "ApiBase", options.ApiBase, "https://qyapi.weixin.qq.com", Uri.UriSchemeHttps, Uri.UriSchemeHttp);
        CheckPresent(faults, "CorpId", options.CorpId, $"{Console}: 我的企业 → 企业信息 → 企业ID");
        CheckApp(faults, options.App, mayBeMissing: options.Bot.UsesSocket);
        CheckBot(faults, options);
        if (options.PushKeys.Length > 0 && !File.Exists(options.PushKeys))
        {
            faults.Add($"WeCom:PushKeys names a file that is not there: {options.PushKeys}. Create it (place: key, one a line), or leave the setting out.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>
    /// The robot's callback needs the app beside it; with the long connection the robot may write 1:1 by itself, so the app's
    /// callback, or the whole app, may be left out. What is half there is a fault either way.
    /// </summary>
    private static void CheckApp(List<string> faults, WeComOptions.AppOptions app, bool mayBeMissing)
    {
        var hasCallback = app.Token.Length > 0 || app.EncodingAesKey.Length > 0;
        if (mayBeMissing && !hasCallback && app is { AgentId: "" or "0", Secret: "" })
        {
            return;
        }

        if (!long.TryParse(app.AgentId, NumberStyles.None, CultureInfo.InvariantCulture, out var agentId) || agentId == 0)
        {
            faults.Add($"WeCom:App:AgentId must be the app's number. Find it in {AppPage} → AgentId.");
        }

        CheckPresent(faults, "App:Secret", app.Secret, $"{AppPage} → Secret (sent to the administrator's phone)");
        if (hasCallback || !mayBeMissing)
        {
            CheckCallback(faults, "App", app.Token, app.EncodingAesKey, AppCallbackPage);
        }
    }

    private static void CheckBot(List<string> faults, WeComOptions options)
    {
        var bot = options.Bot;
        CheckPresent(faults, "Bot:Name", bot.Name, $"{BotPage}: its name as members write it after the @");
        if (bot.UsesSocket)
        {
            CheckAddress(faults, "BotSocket", options.BotSocket, "wss://openws.work.weixin.qq.com", Uri.UriSchemeWss, Uri.UriSchemeWs);
            CheckPresent(faults, "Bot:BotId", bot.BotId, $"{BotPage} → 长连接 → Bot ID");
            CheckPresent(faults, "Bot:Secret", bot.Secret, $"{BotPage} → 长连接 → Secret");
        }
        else if (string.Equals(bot.Mode, WeComOptions.BotOptions.Callback, StringComparison.OrdinalIgnoreCase))
        {
            CheckCallback(faults, "Bot", bot.Token, bot.EncodingAesKey, $"{BotPage} → URL回调");
        }
        else
        {
            faults.Add($"WeCom:Bot:Mode must be callback or socket, as chosen in {BotPage}.");
        }
    }

    private static void CheckCallback(List<string> faults, string part, string token, string encodingAesKey, string page)
    {
        if (token.Length is < ShortestToken or > LongestToken || !token.All(char.IsAsciiLetterOrDigit))
        {
            faults.Add($"WeCom:{part}:Token must be the 3 to 32 letters and digits shown in {page} → Token.");
        }

        if (!EncodingAesKey.TryRead(encodingAesKey, out _))
        {
            faults.Add($"WeCom:{part}:EncodingAesKey must be the 43 letters and digits shown in {page} → EncodingAESKey.");
        }
    }

    private static void CheckPresent(List<string> faults, string setting, string value, string place)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            faults.Add($"WeCom:{setting} is missing. Find it in {place}.");
        }
        else if (value.Trim() != value)
        {
            faults.Add($"WeCom:{setting} begins or ends with a blank. Copy it again from {place}.");
        }
    }

    private static void CheckAddress(List<string> faults, string setting, string value, string usual, string scheme, string alternative)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address)
            || (address.Scheme != scheme && address.Scheme != alternative)
            || address.Query.Length > 0)
        {
            faults.Add($"WeCom:{setting} must be an address that begins with {scheme}:// or {alternative}://. Leave it out to use {usual}.");
        }
    }
}
