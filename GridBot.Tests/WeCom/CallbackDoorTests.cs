using System.Globalization;
using System.Text;
using System.Web;
using CsCheck;
using GridBot.WeCom.Callbacks;
using GridBot.WeCom.Messages;
using Xunit;

namespace GridBot.Tests.WeCom;

public class CallbackDoorTests
{
    private const string Token = "GridBotTok3n";
    private const string Key = "Gr1dB0tTestKeyGr1dB0tTestKeyGr1dB0tTestKey0";
    private const string CorpId = "ww0f1e2d3c4b5a6978";
    private const string Nonce = "nonce1";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1790000000);

    private readonly CallbackCrypto appCrypto = new(Token, Key, CorpId);
    private readonly CallbackCrypto botCrypto = new(Token, Key, "");

    public static TheoryData<string> Verifications => Ids("url_verify");

    public static TheoryData<string> Callbacks => [.. Ids("callback_xml").Select(row => row.Data), .. Ids("callback_json").Select(row => row.Data)];

    public static TheoryData<string> Replies =>
        [.. CryptoVectors.All.Vectors.Where(vector => vector.Id.Contains("-reply-", StringComparison.Ordinal)).Select(vector => vector.Id)];

    [Theory, MemberData(nameof(Verifications))]
    public void The_echo_comes_back_exactly(string id)
    {
        var vector = CryptoVectors.ById(id);
        var query = HttpUtility.ParseQueryString(vector.Http!.Query!);

        var verified = DoorOf(vector).Verify(QueryOf(vector), query["echostr"]);

        Assert.Equal(new Verification.Proven(vector.Http.ExpectedResponseBody!), verified);
    }

    [Theory, MemberData(nameof(Callbacks))]
    public void A_callback_of_others_is_accepted(string id)
    {
        var vector = CryptoVectors.ById(id);

        var outcome = DoorOf(vector).Open(QueryOf(vector), Encoding.UTF8.GetBytes(vector.Http!.Body!), SignedAt(vector));

        var accepted = Assert.IsType<CallbackOutcome.Accepted>(outcome);
        Assert.Equal(vector.Plaintext, Encoding.UTF8.GetString(accepted.Plaintext.Span));
        Assert.Equal(accepted.Message.Id, DoorOf(vector).Read(accepted.Plaintext.Span)!.Id);
    }

    [Theory, MemberData(nameof(Replies))]
    public void A_reply_is_sealed_as_others_seal_it(string id)
    {
        var vector = CryptoVectors.ById(id);

        var body = DoorOf(vector).Seal(
            Encoding.UTF8.GetBytes(vector.Plaintext), vector.Nonce!, SignedAt(vector), Convert.FromHexString(vector.Random16));

        Assert.Equal(vector.Http!.ResponseBody, Encoding.UTF8.GetString(body));
    }

    [Fact]
    public void Nothing_to_say_is_an_empty_body()
    {
        Assert.Empty(new AppDoor(appCrypto).Seal(new AppReply.Nothing().Compose("lisi", CorpId, Now), Nonce, Now));
        Assert.Empty(new BotDoor(botCrypto).Seal(new BotReply.Nothing().Compose("m-1"), Nonce, Now));
    }

    [Theory]
    [InlineData(-600, true)]
    [InlineData(600, true)]
    [InlineData(-601, false)]
    [InlineData(601, false)]
    public void A_timestamp_may_be_ten_minutes_off(int seconds, bool isAccepted)
    {
        var outcome = OpenBot("""{"msgid":"m","msgtype":"text"}""", now: Now.AddSeconds(seconds));

        Assert.Equal(isAccepted, outcome is CallbackOutcome.Accepted);
        Assert.True(isAccepted || outcome is CallbackOutcome.Refused { Why: RefusedBecause.TimestampOutOfWindow });
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("9999999999999")]
    public void A_timestamp_that_is_none_is_outside_the_window(string timestamp)
    {
        var outcome = OpenBot("""{"msgid":"m","msgtype":"text"}""", timestamp: timestamp);

        Assert.Equal(new CallbackOutcome.Refused(RefusedBecause.TimestampOutOfWindow), outcome);
    }

    [Fact]
    public void The_robots_packet_does_not_open_the_apps_door_nor_the_other_way_round()
    {
        var forBot = botCrypto.Seal("""<xml><MsgType>text</MsgType></xml>"""u8, "1790000000", Nonce);
        var forApp = appCrypto.Seal("""{"msgtype":"text"}"""u8, "1790000000", Nonce);

        Assert.Equal(
            new CallbackOutcome.Refused(RefusedBecause.MeantForAnotherCorp),
            new AppDoor(appCrypto).Open(QueryOf(forBot), Encoding.UTF8.GetBytes($"<xml><Encrypt>{forBot.Encrypt}</Encrypt></xml>"), Now));
        Assert.Equal(
            new CallbackOutcome.Refused(RefusedBecause.MeantForAnotherCorp),
            new BotDoor(botCrypto).Open(QueryOf(forApp), Encoding.UTF8.GetBytes($$"""{"encrypt":"{{forApp.Encrypt}}"}"""), Now));
    }

    [Fact]
    public void A_door_without_a_key_lets_nothing_in()
    {
        var door = new BotDoor(null);
        var sealedMessage = botCrypto.Seal("{}"u8, "1790000000", Nonce);

        Assert.Equal(
            new CallbackOutcome.Refused(RefusedBecause.SignatureDoesNotMatch),
            door.Open(QueryOf(sealedMessage), Encoding.UTF8.GetBytes($$"""{"encrypt":"{{sealedMessage.Encrypt}}"}"""), Now));
        Assert.Equal(new Verification.Refused(RefusedBecause.SignatureDoesNotMatch), door.Verify(QueryOf(sealedMessage), sealedMessage.Encrypt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<xml>")]
    [InlineData("<xml></xml>")]
    [InlineData("<xml><Encrypt>abc</Encrypt>")]
    [InlineData("<xml><Encrypt>abc</encrypt></xml>")]
    [InlineData("<xml><Other><Encrypt>abc</Encrypt></Other></xml>")]
    [InlineData("<xml><Encrypt>abc</Encrypt></xml><xml/>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&a;</Encrypt></xml>")]
    [InlineData("{\"encrypt\":\"abc\"}")]
    public void The_app_refuses_what_is_no_envelope(string body) =>
        Assert.Equal(
            new CallbackOutcome.Refused(RefusedBecause.EnvelopeUnreadable),
            new AppDoor(appCrypto).Open(new CallbackQuery("0", "1790000000", Nonce), Encoding.UTF8.GetBytes(body), Now));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"encrypt\"")]
    [InlineData("{\"encrypt\":1}")]
    [InlineData("{\"encrypt\":\"abc\"} x")]
    [InlineData("{\"encrypt\":\"abc\"")]
    [InlineData("{\"encrypt\":\"\\ud83d\"}")]
    [InlineData("<xml><Encrypt>abc</Encrypt></xml>")]
    public void The_robot_refuses_what_is_no_envelope(string body) =>
        Assert.Equal(
            new CallbackOutcome.Refused(RefusedBecause.EnvelopeUnreadable),
            new BotDoor(botCrypto).Open(new CallbackQuery("0", "1790000000", Nonce), Encoding.UTF8.GetBytes(body), Now));

    [Fact]
    public void Slashes_may_be_escaped_in_the_robots_envelope()
    {
        var random = Encoding.ASCII.GetBytes("1234567890123456");
        var sealedMessage = botCrypto.Seal("""{"msgtype":"text"}"""u8, "1790000000", Nonce, random);
        Assert.Contains('/', sealedMessage.Encrypt);

        var body = $$"""{"encrypt":"{{sealedMessage.Encrypt.Replace("/", "\\/", StringComparison.Ordinal)}}"}""";

        Assert.IsType<CallbackOutcome.Accepted>(new BotDoor(botCrypto).Open(QueryOf(sealedMessage), Encoding.UTF8.GetBytes(body), Now));
    }

    [Fact]
    public void A_megabyte_is_not_even_looked_at()
    {
        var huge = Encoding.UTF8.GetBytes("{\"encrypt\":\"" + new string('A', 1024 * 1024) + "\"}");

        Assert.Equal(
            new CallbackOutcome.Refused(RefusedBecause.EnvelopeUnreadable),
            new BotDoor(botCrypto).Open(new CallbackQuery(new string('0', 40), "1790000000", Nonce), huge, Now));
        Assert.Equal(
            new Verification.Refused(RefusedBecause.EnvelopeUnreadable),
            new BotDoor(botCrypto).Verify(new CallbackQuery(new string('0', 40), "1790000000", Nonce), new string('A', 1024 * 1024)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("{}")]
    [InlineData("{\"msgid\":\"m\"}")]
    [InlineData("{\"msgtype\":\"text\"")]
    [InlineData("{\"msgtype\":\"text\"}{}")]
    [InlineData("[1,2]")]
    public void Well_sealed_nonsense_is_unreadable_for_the_robot(string plaintext) =>
        Assert.Equal(new CallbackOutcome.Refused(RefusedBecause.ContentUnreadable), OpenBot(plaintext));

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("<xml></xml>")]
    [InlineData("<xml><MsgType>text</MsgType>")]
    [InlineData("<!DOCTYPE xml><xml><MsgType>text</MsgType></xml>")]
    [InlineData("<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><xml><MsgType>&b;</MsgType></xml>")]
    public void Well_sealed_nonsense_is_unreadable_for_the_app(string plaintext) =>
        Assert.Equal(new CallbackOutcome.Refused(RefusedBecause.ContentUnreadable), OpenApp(plaintext));

    [Fact]
    public void No_body_makes_a_door_throw() =>
        Gen.Select(Gen.OneOf(Gen.Byte.Array[0, 300], Gen.String.Select(Encoding.UTF8.GetBytes)), Gen.String, Gen.String).Sample((body, timestamp, nonce) =>
        {
            var query = new CallbackQuery(new string('0', 40), timestamp, nonce);

            Assert.IsType<CallbackOutcome.Refused>(new AppDoor(appCrypto).Open(query, body, Now));
            Assert.IsType<CallbackOutcome.Refused>(new BotDoor(botCrypto).Open(query, body, Now));
        });

    [Fact]
    public void A_broken_piece_of_a_real_message_makes_no_door_throw()
    {
        var messages = CryptoVectors.All.Vectors.Where(vector => vector.Kind is "callback_xml" or "callback_json").Select(vector => vector.Plaintext).ToArray();
        Gen.Select(Gen.Int[0, messages.Length - 1].Select(i => messages[i]), Gen.Int[0, 400], Gen.Int[0, 20], Gen.String[0, 5]).Sample((message, start, length, instead) =>
        {
            start = Math.Min(start, message.Length);
            length = Math.Min(length, message.Length - start);
            var broken = Encoding.UTF8.GetBytes(string.Concat(message.AsSpan(0, start), instead, message.AsSpan(start + length)));

            _ = AppMessages.Read(broken);
            _ = BotMessages.Read(broken);
        });
    }

    private static TheoryData<string> Ids(string kind) =>
        [.. CryptoVectors.All.Vectors.Where(vector => vector.Kind == kind).Select(vector => vector.Id)];

    private static CallbackDoor DoorOf(CryptoVectors.Vector vector)
    {
        var crypto = new CallbackCrypto(vector.Token!, vector.EncodingAesKey, vector.ReceiveId);
        return vector.Channel == "aibot" ? new BotDoor(crypto) : new AppDoor(crypto);
    }

    private static CallbackQuery QueryOf(CryptoVectors.Vector vector) => new(vector.MsgSignature, vector.Timestamp, vector.Nonce);

    private static CallbackQuery QueryOf(SealedMessage message) => new(message.Signature, "1790000000", Nonce);

    private static DateTimeOffset SignedAt(CryptoVectors.Vector vector) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(vector.Timestamp!, CultureInfo.InvariantCulture));

    private CallbackOutcome OpenBot(string plaintext, string timestamp = "1790000000", DateTimeOffset? now = null)
    {
        var sealedMessage = botCrypto.Seal(Encoding.UTF8.GetBytes(plaintext), timestamp, Nonce);
        return new BotDoor(botCrypto).Open(
            new CallbackQuery(sealedMessage.Signature, timestamp, Nonce),
            Encoding.UTF8.GetBytes($$"""{"encrypt":"{{sealedMessage.Encrypt}}"}"""),
            now ?? Now);
    }

    private CallbackOutcome OpenApp(string plaintext)
    {
        var sealedMessage = appCrypto.Seal(Encoding.UTF8.GetBytes(plaintext), "1790000000", Nonce);
        return new AppDoor(appCrypto).Open(
            QueryOf(sealedMessage), Encoding.UTF8.GetBytes($"<xml><Encrypt><![CDATA[{sealedMessage.Encrypt}]]></Encrypt></xml>"), Now);
    }
}
