using System.Text;
using CsCheck;
using GridBot.WeCom.Messages;
using Xunit;

namespace GridBot.Tests.WeCom;

public class AppMessagesTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1790000001);

    [Fact]
    public void A_text_says_who_when_and_what()
    {
        var message = Read("text", "<Content><![CDATA[3号楼 <急> & 😟]]></Content>");

        Assert.Equal(new Incoming.Text(new Origin(Door.App, "7300000000000000001", "zhangsan", null, At), "3号楼 <急> & 😟"), message);
    }

    [Fact]
    public void A_text_may_hold_the_end_of_a_cdata_section() =>
        Assert.Equal("a]]>b", Assert.IsType<Incoming.Text>(Read("text", "<Content><![CDATA[a]]]]><![CDATA[>b]]></Content>")).Content);

    [Fact]
    public void A_text_may_come_with_entities_instead_of_cdata() =>
        Assert.Equal("a < b & c", Assert.IsType<Incoming.Text>(Read("text", "<Content>a &lt; b &amp; c</Content>")).Content);

    [Fact]
    public void An_element_inside_a_text_stays_text() =>
        Assert.Equal(
            "</Content><FromUserName>boss</FromUserName>",
            Assert.IsType<Incoming.Text>(Read("text", "<Content><![CDATA[</Content><FromUserName>boss</FromUserName>]]></Content>")).Content);

    [Fact]
    public void A_text_keeps_its_lines_and_blanks() =>
        Assert.Equal("  一\n二  ", Assert.IsType<Incoming.Text>(Read("text", "<Content><![CDATA[  一\r\n二  ]]></Content>")).Content);

    [Fact]
    public void An_empty_text_is_a_text() =>
        Assert.Equal("", Assert.IsType<Incoming.Text>(Read("text", "<Content/>")).Content);

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", "")]
    [InlineData("<!-- remark -->", "")]
    [InlineData("\uFEFF", "")]
    [InlineData("  \n", "\n")]
    [InlineData("", "<!-- remark -->")]
    public void What_stands_around_the_message_changes_nothing(string before, string after)
    {
        var plain = "<xml><FromUserName>a</FromUserName><MsgType>text</MsgType><Content>b</Content><MsgId>1</MsgId></xml>";

        Assert.Equal(Read(plain), Read(before + plain + after));
    }

    [Fact]
    public void The_quick_way_and_the_careful_way_read_the_same()
    {
        // A remark before the message sends it the careful way.
        var pieces = new[] { "a", " ", "\n", "\r\n", "漏水", "😟", "&", "<", ">", "]", "]]>", "</Content>", "<![CDATA[", "&amp;", "<!--", "\"" };
        Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 12].Sample(chosen =>
        {
            var text = string.Concat(chosen).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal);
            var xml = $"<xml>\n<FromUserName>a</FromUserName><MsgType>text</MsgType><Content><![CDATA[{text}]]></Content><MsgId>1</MsgId></xml>";

            Assert.NotNull(Read(xml));
            Assert.Equal(Read("<!---->" + xml), Read(xml));
        });
    }

    [Fact]
    public void A_broken_character_costs_a_character_and_not_the_message()
    {
        byte[] xml = [.. "<xml><MsgType>text</MsgType><MsgId>1</MsgId><Content><![CDATA[漏水"u8, 0xF0, 0x9F, .. "]]></Content></xml>"u8];

        Assert.StartsWith("漏水", Assert.IsType<Incoming.Text>(AppMessages.Read(xml)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_voices_videos_and_files_say_where_they_are()
    {
        Assert.Equal(
            new MediaRef("http://pic.example.invalid/a?x=1&y=2", "M1"),
            Assert.IsType<Incoming.Image>(Read("image", "<PicUrl><![CDATA[http://pic.example.invalid/a?x=1&y=2]]></PicUrl><MediaId>M1</MediaId>")).Media);
        Assert.Equal(new MediaRef(MediaId: "M2"), Assert.IsType<Incoming.Voice>(Read("voice", "<MediaId>M2</MediaId><Format>amr</Format>")).Media);
        Assert.Equal(new MediaRef(MediaId: "M3"), Assert.IsType<Incoming.Video>(Read("video", "<MediaId>M3</MediaId><ThumbMediaId>T</ThumbMediaId>")).Media);
        Assert.Equal(new MediaRef(MediaId: "M4", Name: "表.xlsx"), Assert.IsType<Incoming.File>(Read("file", "<MediaId>M4</MediaId><FileName>表.xlsx</FileName>")).Media);
    }

    [Fact]
    public void A_place_and_a_link_are_read()
    {
        var place = Assert.IsType<Incoming.Location>(Read("location", "<Location_X>23.134</Location_X><Location_Y>113.358</Location_Y><Scale>20</Scale><Label>金龙社区</Label>"));
        Assert.Equal((23.134, 113.358, "金龙社区"), (place.Latitude, place.Longitude, place.Label));

        var link = Assert.IsType<Incoming.Link>(Read("link", "<Title>通知</Title><Description>停水</Description><Url>https://a.example.invalid/</Url>"));
        Assert.Equal(("通知", "停水", "https://a.example.invalid/"), (link.Title, link.Description, link.Url));
    }

    [Fact]
    public void A_click_brings_its_code_and_what_was_picked()
    {
        var click = Assert.IsType<Incoming.Click>(Read(Click("ack")));

        Assert.Equal(("issue-1@1", "ack", "button_interaction", "RC1"), (click.TaskId, click.Key, click.CardType, click.ResponseCode));
        Assert.Equal(["reason", "when"], click.Selections.Select(selection => selection.QuestionKey));
        Assert.Equal(["opt1", "opt2"], click.Selections[0].OptionIds);
        Assert.Equal(["now"], click.Selections[1].OptionIds);
        Assert.Equal("lisi|1790000001|template_card_event|ack|issue-1@1", click.Id);
    }

    [Fact]
    public void Two_buttons_tapped_in_one_second_are_two_clicks_and_one_repeated_is_one()
    {
        Assert.NotEqual(Read(Click("ack"))!.Id, Read(Click("busy"))!.Id);
        Assert.Equal(Read(Click("ack"))!.Id, Read(Click("ack"))!.Id);
    }

    [Fact]
    public void An_id_stays_short_however_long_the_key()
    {
        var id = Read(Click(new string('键', 300)))!.Id;

        Assert.True(id.Length <= 128);
        Assert.NotEqual(id, Read(Click(new string('键', 301)))!.Id);
    }

    [Theory]
    [InlineData("enter_agent")]
    [InlineData("subscribe")]
    public void Somebody_entered(string name) =>
        Assert.Equal(name, Assert.IsType<Incoming.Entered>(Event(name)).By);

    [Theory]
    [InlineData("inactive_alert")]
    [InlineData("LOCATION")]
    [InlineData("unsubscribe")]
    [InlineData("not_invented_yet")]
    public void Other_events_are_taken_and_named(string name) =>
        Assert.Equal(name, Assert.IsType<Incoming.Other>(Event(name)).Kind);

    [Fact]
    public void A_kind_of_message_not_invented_yet_is_taken_and_named() =>
        Assert.Equal("hologram", Assert.IsType<Incoming.Other>(Read("hologram", "")).Kind);

    [Fact]
    public void Names_inside_lists_are_not_taken_for_the_messages_own() =>
        Assert.Equal("zhangsan", Read("text", "<Info><FromUserName>boss</FromUserName><MsgType>event</MsgType></Info>")!.From);

    [Fact]
    public void A_message_without_an_id_is_still_known_again()
    {
        var xml = "<xml><FromUserName>a</FromUserName><MsgType>text</MsgType><Content>b</Content></xml>";

        Assert.Equal(Read(xml)!.Id, Read(xml)!.Id);
        Assert.NotEqual(Read(xml)!.Id, Read(xml.Replace(">b<", ">c<", StringComparison.Ordinal))!.Id);
    }

    private static Incoming? Read(string xml) => AppMessages.Read(Encoding.UTF8.GetBytes(xml));

    private static Incoming? Read(string type, string fields) => Read(
        $"<xml><ToUserName><![CDATA[ww0f1e2d3c4b5a6978]]></ToUserName><FromUserName><![CDATA[zhangsan]]></FromUserName><CreateTime>1790000001</CreateTime><MsgType><![CDATA[{type}]]></MsgType>{fields}<MsgId>7300000000000000001</MsgId><AgentID>1000002</AgentID></xml>");

    private static Incoming? Event(string name) => Read(
        $"<xml><FromUserName>sys</FromUserName><CreateTime>1790000001</CreateTime><MsgType>event</MsgType><Event>{name}</Event><EventKey/></xml>");

    private static string Click(string key) =>
        $"<xml><FromUserName>lisi</FromUserName><CreateTime>1790000001</CreateTime><MsgType>event</MsgType><Event>template_card_event</Event><EventKey>{key}</EventKey><TaskId>issue-1@1</TaskId><CardType>button_interaction</CardType><ResponseCode>RC1</ResponseCode><SelectedItems><SelectedItem><QuestionKey>reason</QuestionKey><OptionIds><OptionId>opt1</OptionId><OptionId>opt2</OptionId></OptionIds></SelectedItem><SelectedItem><QuestionKey>when</QuestionKey><OptionIds><OptionId>now</OptionId></OptionIds></SelectedItem></SelectedItems></xml>";
}
