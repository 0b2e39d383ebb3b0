using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using GridBot.WeCom.Messages;
using Xunit;

namespace GridBot.Tests.WeCom;

public class CardTests
{
    private const string Long = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1790000006);

    private static readonly TemplateCard Card = new(CardKind.ButtonInteraction, new CardTitle("【#128】电梯故障", "3号楼 2单元"))
    {
        Source = new CardSource("网格助手", 0),
        Quote = new CardQuote("电梯坏了😟"),
        SubTitle = "请网格员确认",
        Lines = [new CardLine("网格员", "李四", UserId: "lisi"), new CardLine("详情", "打开", Url: "https://a.example.invalid/")],
        Action = new CardAction("https://a.example.invalid/i/1"),
        TaskId = "issue-2026-0001@1",
        Selection = new CardSelection("reason", "原因", [new CardOption("o1", "属物业"), new CardOption("o2", "别的网格")], "o2"),
        Buttons = [new CardButton("我来处理", "ack"), new CardButton("不归我管", "return", Style: 2)],
    };

    [Fact]
    public void The_robots_card_looks_like_this() =>
        Assert.Equal(
            """{"msgtype":"template_card","template_card":{"card_type":"button_interaction","source":{"desc":"网格助手","desc_color":0},"main_title":{"title":"【#128】电梯故障","desc":"3号楼 2单元"},"quote_area":{"type":0,"quote_text":"电梯坏了\uD83D\uDE1F"},"sub_title_text":"请网格员确认","horizontal_content_list":[{"keyname":"网格员","value":"李四","type":3,"userid":"lisi"},{"keyname":"详情","value":"打开","type":1,"url":"https://a.example.invalid/"}],"card_action":{"type":1,"url":"https://a.example.invalid/i/1"},"task_id":"issue-2026-0001@1","button_selection":{"question_key":"reason","title":"原因","option_list":[{"id":"o1","text":"属物业"},{"id":"o2","text":"别的网格"}],"selected_id":"o2"},"button_list":[{"text":"我来处理","style":1,"key":"ack"},{"text":"不归我管","style":2,"key":"return"}]}}""",
            Text(new BotReply.Card(Card).Compose("m-1")));

    [Fact]
    public void The_robots_text_is_a_stream_that_is_finished_at_once() =>
        Assert.Equal(
            CryptoVectors.ById("gen-aibot-reply-stream").Plaintext,
            Text(new BotReply.Text("已登记：电梯故障，编号 2026-0001").Compose("s-0001")));

    [Fact]
    public void The_robots_welcome_is_a_text() =>
        Assert.Equal("""{"msgtype":"text","text":{"content":"您好"}}""", Text(new BotReply.Welcome("您好").Compose("m-1")));

    [Fact]
    public void An_update_is_for_everybody_or_for_those_named()
    {
        var notice = new TemplateCard(CardKind.TextNotice, new CardTitle("已确认"))
        {
            TaskId = "issue-2026-0001@1", Action = new CardAction("https://grid.example.invalid/i/1"),
        };

        var forAll = Json(new BotReply.CardUpdate(notice).Compose("m-1"));
        var forOne = Json(new BotReply.CardUpdate(notice, ["lisi"]).Compose("m-1"));

        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(CryptoVectors.ById("gen-aibot-reply-card-update").Plaintext).RootElement, forAll));
        Assert.Equal("lisi", Assert.Single(forOne.GetProperty("userids").EnumerateArray()).GetString());
    }

    [Fact]
    public void A_button_that_opens_a_page_is_the_apps_alone()
    {
        var card = Card with { Buttons = [.. Card.Buttons, new CardButton("查看", "", Url: "https://a.example.invalid/")] };

        Assert.Equal(2, Json(new BotReply.Card(card).Compose("m-1")).GetProperty("template_card").GetProperty("button_list").GetArrayLength());
        Assert.Equal(
            ["我来处理", "不归我管", "查看"],
            XmlOf(new AppReply.UpdateCard(card)).Descendants("ButtonList").Select(button => button.Element("Text")!.Value));
    }

    [Fact]
    public void The_apps_answers_look_as_others_write_them()
    {
        Assert.Equal(
            CryptoVectors.ById("gen-app-reply-text").Plaintext,
            Text(new AppReply.Text("已受理，编号 2026-0001").Compose("zhangsan", "ww0f1e2d3c4b5a6978", Now.AddSeconds(-1))));
        Assert.Equal(
            CryptoVectors.ById("gen-app-reply-update-button").Plaintext,
            Text(new AppReply.UpdateButton("已确认").Compose("lisi", "ww0f1e2d3c4b5a6978", Now)));
    }

    [Fact]
    public void The_apps_card_in_xml_repeats_its_lists()
    {
        var xml = XmlOf(new AppReply.UpdateCard(Card with { ReplaceText = "已由李四确认" }));

        Assert.Equal("update_template_card", xml.Element("MsgType")!.Value);
        var card = xml.Element("TemplateCard")!;
        Assert.Equal("button_interaction", card.Element("CardType")!.Value);
        Assert.Equal("【#128】电梯故障", card.Element("MainTitle")!.Element("Title")!.Value);
        Assert.Equal(["网格员", "详情"], card.Elements("HorizontalContentList").Select(line => line.Element("KeyName")!.Value));
        Assert.Equal(["3", "1"], card.Elements("HorizontalContentList").Select(line => line.Element("Type")!.Value));
        Assert.Equal(["ack", "return"], card.Elements("ButtonList").Select(button => button.Element("Key")!.Value));
        Assert.Equal(["o1", "o2"], card.Element("ButtonSelection")!.Elements("OptionList").Select(option => option.Element("Id")!.Value));
        Assert.Equal("已由李四确认", card.Element("ReplaceText")!.Value);
    }

    [Theory]
    [InlineData("]]>")]
    [InlineData("a]]>]]>b")]
    [InlineData("</Content><MsgType>event</MsgType>")]
    [InlineData("a & b < c \"d\" 'e'")]
    public void What_a_text_holds_never_breaks_the_apps_answer(string text) =>
        Assert.Equal(text, XmlOf(new AppReply.Text(text)).Element("Content")!.Value);

    [Fact]
    public void What_xml_cannot_hold_becomes_a_blank() =>
        Assert.Equal("a b c", XmlOf(new AppReply.Text("a\u0000b\u000Bc")).Element("Content")!.Value);

    [Fact]
    public void Everything_on_the_robots_card_is_cut_to_what_is_shown()
    {
        var fitted = Overlong.FitTo(CardLimits.Bot);

        Assert.Equal((13, 26, 30, 112), (fitted.Source!.Desc.Length, fitted.Title.Title.Length, fitted.Title.Desc!.Length, fitted.SubTitle!.Length));
        Assert.Equal(6, fitted.Lines.Count);
        Assert.All(fitted.Lines, line => Assert.Equal((5, 26), (line.KeyName.Length, line.Value!.Length)));
        Assert.Equal(6, fitted.Buttons.Count);
        Assert.All(fitted.Buttons, button => Assert.Equal(10, button.Text.Length));
        Assert.Equal((13, 10), (fitted.Selection!.Title!.Length, fitted.Selection.Options.Count));
        Assert.All(fitted.Selection.Options, option => Assert.Equal(10, option.Text.Length));
        Assert.EndsWith("…", fitted.Title.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void The_apps_card_has_more_room()
    {
        var fitted = Overlong.FitTo(CardLimits.App);

        Assert.Equal((20, 36, 44, 160), (fitted.Source!.Desc.Length, fitted.Title.Title.Length, fitted.Title.Desc!.Length, fitted.SubTitle!.Length));
    }

    [Fact]
    public void An_emoji_at_the_limit_is_left_out_whole()
    {
        var card = Card with { Buttons = [new CardButton("一二三四五六七八👨‍👩‍👧九", "ack")] };

        Assert.Equal("一二三四五六七八…", card.FitTo(CardLimits.Bot).Buttons[0].Text);
    }

    [Fact]
    public void What_fits_stays_as_it_is()
    {
        var fitted = Card.FitTo(CardLimits.Bot);

        Assert.Equal((Card.Title, Card.SubTitle, Card.Source, Card.Quote), (fitted.Title, fitted.SubTitle, fitted.Source, fitted.Quote));
        Assert.Equal(Card.Lines, fitted.Lines);
        Assert.Equal(Card.Buttons, fitted.Buttons);
    }

    [Theory]
    [InlineData("no task")]
    [InlineData("a task with a blank")]
    [InlineData("a task in Chinese")]
    [InlineData("a task too long")]
    [InlineData("no button")]
    [InlineData("a button without a key")]
    [InlineData("a key too long")]
    [InlineData("a key twice")]
    [InlineData("a notice that opens nothing")]
    [InlineData("nothing to pick from")]
    [InlineData("an option's id too long")]
    public void What_cannot_be_cut_is_our_fault(string fault)
    {
        var card = fault switch
        {
            "no task" => Card with { TaskId = null },
            "a task with a blank" => Card with { TaskId = "issue 1" },
            "a task in Chinese" => Card with { TaskId = "事件1" },
            "a task too long" => Card with { TaskId = new string('1', 129) },
            "no button" => Card with { Buttons = [] },
            "a button without a key" => Card with { Buttons = [new CardButton("a", "")] },
            "a key too long" => Card with { Buttons = [new CardButton("a", new string('键', 342))] },
            "a key twice" => Card with { Buttons = [new CardButton("a", "k"), new CardButton("b", "k")] },
            "a notice that opens nothing" => Card with { Kind = CardKind.TextNotice, Action = null },
            "nothing to pick from" => Card with { Selection = new CardSelection("q", null, []) },
            _ => Card with { Selection = new CardSelection("q", null, [new CardOption(new string('1', 129), "a")]) },
        };

        Assert.Throws<ArgumentException>(() => card.FitTo(CardLimits.Bot));
    }

    [Fact]
    public void Long_texts_are_cut_to_bytes()
    {
        var robots = Json(new BotReply.Text(new string('漏', 20000)).Compose("m-1")).GetProperty("stream").GetProperty("content").GetString()!;
        var apps = XmlOf(new AppReply.Text(new string('漏', 2000))).Element("Content")!.Value;

        Assert.InRange(Encoding.UTF8.GetByteCount(robots), 20478, 20480);
        Assert.InRange(Encoding.UTF8.GetByteCount(apps), 2046, 2048);
    }

    private static TemplateCard Overlong => new(CardKind.ButtonInteraction, new CardTitle(Long, Long))
    {
        Source = new CardSource(Long),
        SubTitle = Long + Long + Long + Long,
        Lines = [.. Enumerable.Range(0, 9).Select(_ => new CardLine(Long, Long))],
        TaskId = "t",
        Selection = new CardSelection("q", Long, [.. Enumerable.Range(0, 12).Select(i => new CardOption($"o{i}", Long))]),
        Buttons = [.. Enumerable.Range(0, 8).Select(i => new CardButton(Long, $"k{i}"))],
    };

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);

    private static JsonElement Json(byte[] utf8) => JsonDocument.Parse(utf8).RootElement;

    private static XElement XmlOf(AppReply reply) => XElement.Parse(Text(reply.Compose("lisi", "ww0f1e2d3c4b5a6978", Now)));
}
