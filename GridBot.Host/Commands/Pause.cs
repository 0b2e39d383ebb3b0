using System.CommandLine;
using System.Globalization;
using GridBot.Handlers.Settings;
using GridBot.Storage;
using GridBot.Storage.Issues;
using GridBot.Storage.Sql;
using Microsoft.Extensions.Options;

namespace GridBot.Host.Commands;

/// <summary>The brake from outside: holds the bell of one or all sub-districts still, or lets it go. Running hosts obey within seconds.</summary>
internal static class Pause
{
    private const int Refused = 2;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static Command Command()
    {
        var span = new Option<string>("--for") { Description = "多久，如 30m、2h，最长 24h" };
        var why = new Option<string>("--why") { Description = "原因，会记下来" };
        var off = new Option<bool>("--off") { Description = "提前恢复" };
        var place = new Option<string>("--place") { Description = "街道的 id；不写就是所有街道" };
        var command = new Command("pause", "暂停响铃：事情照常登记，一般和紧急的到点再请人，险情照常响。") { span, why, off, place };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            Console.Out, parsed.GetValue(span), parsed.GetValue(why), parsed.GetValue(off), parsed.GetValue(place), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        TextWriter output, string? span, string? why, bool off, string? place, CancellationToken cancellationToken)
    {
        var length = SpanOf(span);
        if (!off && (length is null || string.IsNullOrWhiteSpace(why)))
        {
            return Refuse(output, "请写 --for（如 30m、2h，最长 24h）和 --why，或者写 --off 提前恢复。");
        }

        var configuration = new ConfigurationBuilder().AddGridBotSettings().Build();
        var files = new SettingsFiles();
        configuration.Bind(files);
        var readings = SettingsCheck.Read(files);
        if (readings.Roster.ValueOrDefault is not { } roster)
        {
            return Refuse(output, [.. readings.AllFaults.Select(f => f.ToString())]);
        }

        var subDistricts = roster.Offices.Select(o => o.SubDistrictId).Where(id => place is null || id == place).ToList();
        if (subDistricts.Count == 0)
        {
            return Refuse(output, $"--place：名册里没有街道“{place}”，可用的有：{string.Join("、", roster.Offices.Select(o => o.SubDistrictId))}。");
        }

        await using var provider = new ServiceCollection().AddLogging().AddGridBotStorage(configuration).BuildServiceProvider();
        try
        {
            await provider.GetRequiredService<Database>().MigrateAsync(cancellationToken);
        }
        catch (OptionsValidationException error)
        {
            return Refuse(output, [.. error.Failures]);
        }

        var (brakes, now, by) = (provider.GetRequiredService<Brakes>(), provider.GetRequiredService<TimeProvider>().GetUtcNow(), $"host:{Environment.UserName}");
        foreach (var id in subDistricts)
        {
            if (off)
            {
                var released = await brakes.ReleaseAsync(id, now, by, cancellationToken);
                output.WriteLine(released is null ? $"{id}：现在没有暂停响铃。" : $"{id}：已恢复响铃。");
            }
            else
            {
                await brakes.SetAsync(new BrakeInForce(id, now, now + length!.Value, why!, by), cancellationToken);
                output.WriteLine($"{id}：已暂停响铃到 {(now + length.Value).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}。");
            }
        }

        return 0;
    }

    private static TimeSpan? SpanOf(string? text) =>
        text is { Length: > 1 } && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? text[^1] switch
            {
                'm' when count <= Longest.TotalMinutes => TimeSpan.FromMinutes(count),
                'h' when count <= Longest.TotalHours => TimeSpan.FromHours(count),
                _ => null,
            }
            : null;

    private static int Refuse(TextWriter output, params string[] faults)
    {
        foreach (var fault in faults)
        {
            output.WriteLine($"- {fault}");
        }

        return Refused;
    }
}
