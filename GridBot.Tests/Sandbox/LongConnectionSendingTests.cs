using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Xunit;
using static GridBot.Tests.Sandbox.FakeSocketBot;

namespace GridBot.Tests.Sandbox;

/// <summary>What the robot sends by itself over its long connection: where it may, how much, and files.</summary>
public sealed class LongConnectionSendingTests
{
    [Fact]
    public async Task The_robot_speaks_by_itself_only_where_somebody_has_written_to_it()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        Assert.Equal(93006, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, "有人吗")));
        Assert.Equal(93006, await bot.CodeAsync("aibot_send_msg", Markdown("wu", "有人吗", kind: 1)));

        _ = desk.WeCom.EnterAsync("wu", "bot");
        await bot.NextAsync();
        Assert.Equal(93006, await bot.CodeAsync("aibot_send_msg", Markdown("wu", "有人吗", kind: 1)));
        await SaidAsync(desk, bot);
        await SaidAsync(desk, bot, "bot");

        Assert.Equal(0, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, "到群")));
        Assert.Equal(0, await bot.CodeAsync("aibot_send_msg", Markdown("WU", "到人", kind: 1)));
        Assert.Equal(0, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, "都试", kind: 0)));
        Assert.Equal(93006, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat.ToLowerInvariant(), "小写")));
        Assert.Equal(93006, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, "当作人", kind: 1)));
        Assert.Equal(93006, await bot.CodeAsync("aibot_send_msg", Markdown("wrQuiet", "没有机器人的群")));
        Assert.Equal(
            [("wrChatA1", "到群", 0), ("bot", "到人", 1), ("wrChatA1", "都试", 0)],
            desk.WeCom.Log.Since(0).Where(e => e.Channel == "bot-push").Select(e => (e.Chat, e.Text, e.To.Count)));
    }

    [Fact]
    public async Task What_it_sends_by_itself_may_be_a_card_or_a_file_but_mentions_nobody()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        await SaidAsync(desk, bot);
        var card = new JsonObject { ["chatid"] = Desk.Chat, ["chat_type"] = 2, ["msgtype"] = "template_card", ["template_card"] = Desk.ButtonCard("7@1") };

        Assert.Equal(0, await bot.CodeAsync("aibot_send_msg", card.DeepClone()));
        Assert.Equal(42014, await bot.CodeAsync("aibot_send_msg", card));
        Assert.Equal(0, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, "<@wu> 请看")));
        Assert.Equal(44004, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, "")));
        Assert.Equal(45002, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, new string('字', 6827))));
        Assert.Equal(40008, await bot.CodeAsync("aibot_send_msg", new JsonObject { ["chatid"] = Desk.Chat, ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = "好" } }));
        Assert.Equal(40007, await bot.CodeAsync("aibot_send_msg", File("MEDIA-none")));
        Assert.All(desk.WeCom.Log.Since(0), e => Assert.Empty(e.Mentions));

        _ = desk.WeCom.TapAsync("liqiang", "7@1", "ack:1");
        Assert.Equal(0, await bot.CodeAsync("aibot_respond_update_msg", Update("7@1"), IdOf(await bot.NextAsync())));
    }

    [Fact]
    public async Task Thirty_a_minute_in_each_chat_answers_and_own_messages_together()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        Assert.Equal(0, await bot.CodeAsync("aibot_respond_msg", Stream("在"), await SaidAsync(desk, bot)));
        await SaidAsync(desk, bot, "bot");
        for (var i = 1; i < 30; i++)
        {
            Assert.Equal(0, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, $"{i}")));
        }

        Assert.Equal(45009, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, "多")));
        Assert.Equal(45009, await bot.CodeAsync("aibot_respond_msg", Stream("多"), await SaidAsync(desk, bot)));
        Assert.Equal(0, await bot.CodeAsync("aibot_send_msg", Markdown("wu", "别处", kind: 1)));
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(0, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, "又行")));
    }

    [Fact]
    public async Task A_thousand_an_hour_in_each_chat()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        await SaidAsync(desk, bot);
        for (var i = 0; i < 1000; i++)
        {
            if (i % 25 == 0)
            {
                desk.Clock.Advance(TimeSpan.FromSeconds(61));
            }

            Assert.Equal(0, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, $"{i}")));
        }

        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(45009, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, "多")));
        desk.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(0, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, "又行")));
    }

    [Fact]
    public async Task A_file_comes_in_pieces_whole_and_unchanged_within_half_an_hour()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        await SaidAsync(desk, bot);
        byte[] file = [.. Enumerable.Range(0, 600 * 1024).Select(i => (byte)i)];

        var id = await BeginAsync(bot, file, 2);
        Assert.Equal(40058, await bot.CodeAsync("aibot_upload_media_finish", new JsonObject { ["upload_id"] = id }));
        Assert.Equal(40058, await bot.CodeAsync("aibot_upload_media_chunk", Piece(id, 2, file)));
        Assert.Equal(40058, await bot.CodeAsync("aibot_upload_media_chunk", Piece(id, 0, file)));
        Assert.Equal(0, await bot.CodeAsync("aibot_upload_media_chunk", Piece(id, 0, file[..(512 * 1024)])));
        Assert.Equal(0, await bot.CodeAsync("aibot_upload_media_chunk", Piece(id, 1, file[(512 * 1024)..])));
        var media = (await bot.CallAsync("aibot_upload_media_finish", new JsonObject { ["upload_id"] = id })).GetProperty("body").GetProperty("media_id").GetString()!;
        Assert.Equal(0, await bot.CodeAsync("aibot_send_msg", File(media)));

        var other = await BeginAsync(bot, file, 1, announced: 100);
        Assert.Equal(0, await bot.CodeAsync("aibot_upload_media_chunk", Piece(other, 0, file[..99])));
        Assert.Equal(40009, await bot.CodeAsync("aibot_upload_media_finish", new JsonObject { ["upload_id"] = other }));
        var slow = await BeginAsync(bot, file, 2);
        desk.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(40058, await bot.CodeAsync("aibot_upload_media_chunk", Piece(slow, 0, file[..10])));
        desk.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(40007, await bot.CodeAsync("aibot_send_msg", File(media)));
    }

    private static async Task<string> BeginAsync(FakeSocketBot bot, byte[] file, int pieces, int? announced = null)
    {
#pragma warning disable CA5351 // The protocol compares files by MD5.
        var md5 = Convert.ToHexStringLower(MD5.HashData(file));
#pragma warning restore CA5351
        var answer = await bot.CallAsync("aibot_upload_media_init", new JsonObject
        {
            ["type"] = "file", ["filename"] = "日报.xlsx", ["total_size"] = announced ?? file.Length, ["total_chunks"] = pieces, ["md5"] = md5,
        });
        return answer.GetProperty("body").GetProperty("upload_id").GetString()!;
    }

    private static JsonObject Piece(string id, int index, byte[] piece) =>
        new() { ["upload_id"] = id, ["chunk_index"] = index, ["base64_data"] = Convert.ToBase64String(piece) };

    private static JsonObject File(string media) =>
        new() { ["chatid"] = Desk.Chat, ["chat_type"] = 2, ["msgtype"] = "file", ["file"] = new JsonObject { ["media_id"] = media } };
}
