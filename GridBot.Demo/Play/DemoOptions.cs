using System.CommandLine;
using System.Globalization;

namespace GridBot.Demo.Play;

/// <summary>How the demo is started.</summary>
/// <param name="ConfigFolder">Another town: a folder with a roster.yaml and, where they differ, the other files.</param>
/// <param name="DataFolder">Where the database lies; null for a folder that goes when the demo ends.</param>
/// <param name="BotSocket">The robot comes by the long connection instead of callbacks; so does WeCom:Bot:Mode = socket.</param>
public sealed record DemoOptions(
    string? ConfigFolder, string Urls, string? DataFolder, DateTimeOffset Clock, bool Frozen, bool BotSocket = false)
{
    private const string DefaultUrls = "http://127.0.0.1:5080";
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static RootCommand Command(Func<DemoOptions, CancellationToken, Task<int>> run)
    {
        var config = new Option<string?>("--config") { Description = "另一个街道的设置文件夹（roster.yaml、policies.yaml …）" };
        var urls = new Option<string>("--urls") { Description = $"网页地址，默认 {DefaultUrls}", DefaultValueFactory = _ => DefaultUrls };
        var data = new Option<string?>("--data") { Description = "数据文件夹；不给就用临时文件夹，结束时删除" };
        var frozen = new Option<bool>("--frozen") { Description = "时钟不随真实时间走，只能手动快进" };
        var socket = new Option<bool>("--bot-socket") { Description = "机器人走长连接，不用回调地址" };
        var clock = new Option<string?>("--clock") { Description = "开始的时刻，如 2026-11-24T21:36:00+08:00；默认下一个星期二 10:00" };
        clock.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && ReadClock(text) is null)
            {
                result.AddError($"--clock：“{text}”不是时刻，请写成 2026-11-24T21:36:00+08:00。");
            }
        });

        var command = new RootCommand("GridBot 演示：整个产品加一个假的企业微信，什么都不用装。") { config, urls, data, clock, frozen, socket };
        command.SetAction((parsed, cancellationToken) => run(
            new DemoOptions(
                parsed.GetValue(config), parsed.GetValue(urls)!, parsed.GetValue(data),
                parsed.GetValue(clock) is { } text ? ReadClock(text)!.Value : NextTuesday(TimeProvider.System.GetUtcNow()), parsed.GetValue(frozen),
                parsed.GetValue(socket)),
            cancellationToken));
        return command;
    }

    /// <summary>The next Tuesday, 10:00 in Beijing: an ordinary working morning.</summary>
    internal static DateTimeOffset NextTuesday(DateTimeOffset now)
    {
        var today = now.ToOffset(Beijing).Date;
        var days = ((int)DayOfWeek.Tuesday - (int)today.DayOfWeek + 7) % 7;
        return new DateTimeOffset(today.AddDays(days == 0 ? 7 : days).AddHours(10), Beijing);
    }

    private static DateTimeOffset? ReadClock(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
