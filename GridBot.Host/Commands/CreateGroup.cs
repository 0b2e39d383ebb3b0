using System.CommandLine;
using GridBot.Core.Roster;
using GridBot.Handlers.Binding;
using GridBot.WeCom.Sending;

namespace GridBot.Host.Commands;

/// <summary>Has the app make a group with a place's people, and binds it.</summary>
internal static class CreateGroup
{
    public static Command Command()
    {
        var place = PlaceArgument.Option();
        var name = new Option<string?>("--name") { Description = "群名，最多 50 个字；默认用地点的名称" };
        var chatId = new Option<string?>("--chatid") { Description = "群 id，1 到 32 个字母和数字；默认按地点生成" };
        var command = new Command("create-group", "由应用建一个群（拉进这个地点的人、发第一条消息、绑定）。应用的可见范围须是整个企业；应用听不到这个群。名册变了再运行一次，群成员会跟着变。") { place, name, chatId };
        command.SetAction((parsed, cancellationToken) =>
            Workbench.AtPlaceAsync(Console.Out, parsed.GetValue(place)!, (bench, at) =>
                RunAsync(Console.Out, bench, at, parsed.GetValue(name), parsed.GetValue(chatId), cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, Workbench bench, Place place, string? name, string? chatId, CancellationToken cancellationToken)
    {
        var there = bench.Roster.Groups.FirstOrDefault(g => g.PlaceId == place.Id && g.AppChatId is null);
        var founding = await bench.Services.GetRequiredService<GroupFounder>().FoundAsync(place, name, chatId, cancellationToken);
        var refused = bench.Services.GetRequiredService<TrustedAddress>().Refused;
        await output.WriteLineAsync(founding.Step switch
        {
            FoundingStep.Done => $"成功  {place.Name}：群已建好并绑定（{founding.ChatId}），按名册 {founding.Members.Count} 人。运行中的服务几秒内开始用它。",
            FoundingStep.TooFewMembers => $"失败  {place.Name}有 {founding.Members.Count} 人：建群要 {AppChats.FewestMembers} 到 {AppChats.MostMembers} 人，请补名册，或换一级地点",
            FoundingStep.Create => $"失败  建群：{Remedies.Of(founding.Code, refused)}",
            _ => $"失败  群建好了，第一条消息没发出去，大家还看不到它：{Remedies.Of(founding.Code, refused)}。办好后再运行一次本命令",
        });
        if (founding.Step == FoundingStep.Done && there is not null)
        {
            await output.WriteLineAsync($"注意  {place.Name}已有绑定的群“{there.Name}”，事情仍先进那个群；不用了就从名册里去掉。");
        }

        return founding.Step == FoundingStep.Done ? 0 : 1;
    }
}
