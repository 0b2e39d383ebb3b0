using System.Text;
using GridBot.WeCom.Messages;
using Xunit;

namespace GridBot.Tests.WeCom;

public class BotMessagesTests
{
    private const string Head = """
        "msgid":"m-1","aibotid":"aib","chatid":"wrEXAMPLEChatA1","chattype":"group","from":{"userid":"zhangsan"},"response_url":"https://a.example.invalid/r"
        """;

    [Fact]
    public void A_group_text_says_who_where_and_how_to_answer()
    {
        var message = Read("text", """ "text":{"content":"@网格助手 漏水😟"} """);

        Assert.Equal(
            new Incoming.Text(new Origin(Door.Bot, "m-1", "zhangsan", "wrEXAMPLEChatA1", null, "https://a.example.invalid/r"), "@网格助手 漏水😟"),
            message);
    }

    [Fact]
    public void What_was_said_and_how_to_answer_stay_out_of_logs()
    {
        var shown = Read("text", """ "text":{"content":"漏水"} """)!.ToString();

        Assert.Equal("Text Bot m-1 from zhangsan in wrEXAMPLEChatA1", shown);
    }

    [Fact]
    public void In_a_single_chat_there_is_no_group() =>
        Assert.Null(Read("""{"msgid":"m","chattype":"single","chatid":"zhangsan","from":{"userid":"zhangsan"},"msgtype":"text","text":{"content":"a"}}""")!.ChatId);

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"content":"没人清运"}}""", "text", "没人清运", 0)]
    [InlineData("""{"msgtype":"voice","voice":{"content":"电梯停了"}}""", "voice", "电梯停了", 0)]
    [InlineData("""{"msgtype":"image","image":{"url":"https://a/1"}}""", "image", null, 1)]
    [InlineData("""{"msgtype":"file","file":{"url":"https://a/1"}}""", "file", null, 1)]
    [InlineData("""{"msgtype":"mixed","mixed":{"msg_item":[{"msgtype":"text","text":{"content":"一"}},{"msgtype":"image","image":{"url":"https://a/1"}},{"msgtype":"text","text":{"content":"二"}}]}}""", "mixed", "一\n二", 1)]
    public void A_quote_brings_its_words_and_pictures(string quote, string kind, string? text, int pictures)
    {
        var message = Assert.IsType<Incoming.Text>(Read("text", $$""" "quote":{{quote}},"text":{"content":"@网格助手"} """));

        Assert.Equal((kind, text, pictures), (message.Quote!.Kind, message.Quote.Text, message.Quote.Media.Count));
        Assert.Equal("@网格助手", message.Content);
    }

    [Fact]
    public void Mixed_text_and_pictures_come_together()
    {
        var message = Assert.IsType<Incoming.Mixed>(Read("mixed", """
            "mixed":{"msg_item":[{"msgtype":"text","text":{"content":"@网格助手"}},{"msgtype":"image","image":{"url":"https://a/1","aeskey":"k1"}},{"msgtype":"image","image":{"url":"https://a/2"}},{"msgtype":"text","text":{"content":"井盖缺失"}}]}
            """));

        Assert.Equal("@网格助手\n井盖缺失", message.Content);
        Assert.Equal([new MediaRef("https://a/1", AesKey: "k1"), new MediaRef("https://a/2")], message.Images);
    }

    [Fact]
    public void A_voice_is_already_words() =>
        Assert.Equal("楼道灯坏了", Assert.IsType<Incoming.Voice>(Read("voice", """ "voice":{"content":"楼道灯坏了"} """)).Transcript);

    [Fact]
    public void Pictures_files_and_videos_say_where_they_are()
    {
        Assert.Equal("https://a/1", Assert.IsType<Incoming.Image>(Read("image", """ "image":{"url":"https://a/1"} """)).Media.Url);
        Assert.Equal("https://a/2", Assert.IsType<Incoming.File>(Read("file", """ "file":{"url":"https://a/2"} """)).Media.Url);
        Assert.Equal("https://a/3", Assert.IsType<Incoming.Video>(Read("video", """ "video":{"url":"https://a/3"} """)).Media.Url);
    }

    [Theory]
    [InlineData("""{"card_type":"button_interaction","event_key":"ack","task_id":"i@1","selected_items":{"selected_item":[{"question_key":"q1","option_ids":{"option_id":["o1","o2"]}}]}}""")]
    [InlineData("""{"cardtype":"button_interaction","eventkey":"ack","taskid":"i@1","selecteditems":{"selecteditem":[{"questionkey":"q1","optionids":{"optionid":["o1","o2"]}}]}}""")]
    public void A_click_is_read_with_and_without_underscores(string body)
    {
        var click = Assert.IsType<Incoming.Click>(Read("event", $$""" "create_time":1790000013,"event":{"eventtype":"template_card_event","template_card_event":{{body}}} """));

        Assert.Equal(("i@1", "ack", "button_interaction"), (click.TaskId, click.Key, click.CardType));
        var selection = Assert.Single(click.Selections);
        Assert.Equal("q1", selection.QuestionKey);
        Assert.Equal(["o1", "o2"], selection.OptionIds);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000013), click.SentAt);
        Assert.Null(click.ResponseCode);
    }

    [Fact]
    public void Somebody_entered() =>
        Assert.Equal("enter_chat", Assert.IsType<Incoming.Entered>(Read("event", """ "event":{"eventtype":"enter_chat"} """)).By);

    [Theory]
    [InlineData("event", """ "event":{"eventtype":"feedback_event","feedback_event":{"id":"f","type":2}} """, "feedback_event")]
    [InlineData("event", """ "event":null """, "event")]
    [InlineData("stream", """ "stream":{"id":"s-1"} """, "stream")]
    [InlineData("hologram", """ "hologram":[{"deep":[[[1]]]}] """, "hologram")]
    public void Other_kinds_are_taken_and_named(string type, string fields, string kind) =>
        Assert.Equal(kind, Assert.IsType<Incoming.Other>(Read(type, fields)).Kind);

    [Theory]
    [InlineData("""{"msgtype":"text","text":"bare","from":"nobody","chatid":null,"quote":"q","mixed":[1],"event":{},"msgid":7}""")]
    [InlineData("""{"msgtype":"text","text":[{"content":"x"}],"from":{"userid":{"deep":1}},"quote":{"quote":{}},"create_time":"soon"}""")]
    [InlineData("""{"msgtype":"text","create_time":99999999999999999999,"text":{"content":null}}""")]
    public void Fields_of_the_wrong_shape_are_passed_over(string json) =>
        Assert.Equal("", Assert.IsType<Incoming.Text>(Read(json)).Content);

    [Fact]
    public void Half_an_emoji_costs_no_more_than_itself()
    {
        Assert.StartsWith("漏水", Assert.IsType<Incoming.Text>(Read("text", """ "text":{"content":"漏水\ud83d"} """)).Content, StringComparison.Ordinal);

        byte[] json = [.. """{"msgtype":"text","text":{"content":"漏水"""u8, 0xF0, 0x9F, .. "\"}}"u8];
        Assert.StartsWith("漏水", Assert.IsType<Incoming.Text>(BotMessages.Read(json)).Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Quotes_in_quotes_without_end_are_refused_and_not_followed()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"quote\":", 5000)) + "1" + new string('}', 5000);

        Assert.Null(Read(deep));
    }

    private static Incoming? Read(string json) => BotMessages.Read(Encoding.UTF8.GetBytes(json));

    private static Incoming? Read(string type, string fields) => Read($$"""{{{Head}},"msgtype":"{{type}}",{{fields}}}""");
}
