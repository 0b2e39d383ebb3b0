using System.CommandLine;
using GridBot.Core.Roster;
using GridBot.Handlers.Binding;
using GridBot.Handlers.Sending;
using GridBot.WeCom.Sending;

namespace GridBot.Host.Commands;

/// <summary>One 【测试】 through every channel of a place, with a plain verdict each.</summary>
internal static class Try
{
    public static Command Command()
    {
        var place = PlaceArgument.Option();
        var command = new Command("try", "给一个地点的群和负责人各发一条【测试】，逐条说通不通、怎么办。只发给这个地点自己的人。") { place };
        command.SetAction((parsed, cancellationToken) => Workbench.AtPlaceAsync(
            Console.Out, parsed.GetValue(place)!, (bench, at) => RunAsync(Console.Out, bench, at, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, Workbench bench, Place place, CancellationToken cancellationToken)
    {
        var address = bench.Services.GetRequiredService<TrustedAddress>();
        var failures = 0;
        var tried = await bench.Services.GetRequiredService<Trial>().RunAsync(place, cancellationToken);
        foreach (var one in tried)
        {
            var (ok, words) = VerdictOf(one, address.Refused);
            failures += ok ? 0 : 1;
            await output.WriteLineAsync($"{(ok ? "成功" : "失败")}  {words}");
        }

        foreach (var gap in GapsOf(tried, place, bench.Roster))
        {
            failures++;
            await output.WriteLineAsync($"失败  {gap}");
        }

        foreach (var group in tried.Select(t => t.Group).OfType<GroupChat>().Where(g => g.Hears))
        {
            await output.WriteLineAsync($"请自己试  机器人听不听得到{group.Name}：在群里写“@机器人 绑定”，它应当马上回话");
        }

        await output.WriteLineAsync(failures == 0 ? "都通了。" : $"有 {failures} 处不通。");
        return failures == 0 ? 0 : 1;
    }

    private static (bool Ok, string Words) VerdictOf(Tried tried, string? refusedAddress)
    {
        var what = (tried.Group, tried.Person) switch
        {
            ({ } group, _) => tried.Way == Way.AppChat ? $"应用建的群 {group.Name}" : $"群铃 {group.Name}",
            (_, { } person) => $"一对一卡片 {person.Name}",
            _ => "",
        };
        return tried switch
        {
            { Code: 0 } => (true, $"{what}：已发，请看手机上有没有【测试】"),
            { Code: { } code } => (false, $"{what}：{Remedies.Of(code, refusedAddress)}"),
            { Way: Way.Robot } => (true, $"{what}：走机器人的长连接，由运行中的服务发，这里不试"),
            { Group: { HasPushRobot: false } } => (true, $"{what}：这个群选了不响铃，只发一对一卡片"),
            { Group: not null } => (false, $"{what}：没有密钥。写进 WeCom:PushKeys 的文件，或请管理员一对一发“铃 地点 网址”"),
            _ => (false, $"{what}：没有发得到这个人的渠道。填好 WeCom:App，或请本人先给机器人发一句话"),
        };
    }

    private static IEnumerable<string> GapsOf(IReadOnlyList<Tried> tried, Place place, RosterBook roster)
    {
        if (place.Kind != PlaceKind.Building && !tried.Any(t => t.Group is not null))
        {
            yield return $"群：{place.Name}没有绑定的群。{(roster.GroupFor(place.Id) is { } near ? $"它的事会进“{near.Name}”。" : "")}要绑定，在群里写“@机器人 绑定 {place.Name}”";
        }

        if (!tried.Any(t => t.Person is not null))
        {
            yield return $"负责人：{place.Name}没有人值守，请补名册的 duty";
        }
    }
}
