using System.Text.Json.Nodes;
using GridBot.Sandbox.Api;
using GridBot.Sandbox.Phones;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Callbacks;

/// <summary>Writes what the robot's door receives (doc 100719, 101027), with a fresh response_url each time, or in a frame of the long connection.</summary>
internal sealed class BotLetters(SandboxState state)
{
    public Letter Text(BotTrigger trigger, string text, Quote? quote) =>
        Message(trigger, "text", Content(text), quote);

    public Letter Image(BotTrigger trigger, string mediaId) =>
        Message(trigger, "image", Media(mediaId), null);

    public Letter Mixed(BotTrigger trigger, string text, string mediaId, Quote? quote) => Message(
        trigger, "mixed",
        new JsonObject
        {
            ["msg_item"] = new JsonArray(
                new JsonObject { ["msgtype"] = "text", ["text"] = Content(text) },
                new JsonObject { ["msgtype"] = "image", ["image"] = Media(mediaId) }),
        },
        quote);

    public Letter Voice(BotTrigger trigger, string transcript) => Message(trigger, "voice", Content(transcript), null);

    public Letter EnterChat(BotTrigger trigger) => Event(trigger, new JsonObject { ["eventtype"] = "enter_chat" }, onlyOnce: true);

    public Letter Click(BotTrigger trigger, string key, string taskId, string cardType) => Event(
        trigger,
        new JsonObject
        {
            ["eventtype"] = "template_card_event",
            ["template_card_event"] = new JsonObject { ["card_type"] = cardType, ["event_key"] = key, ["task_id"] = taskId },
        },
        onlyOnce: true);

    public Letter Refresh(BotTrigger trigger, string streamId)
    {
        var json = Head(trigger);
        json["msgtype"] = "stream";
        json["stream"] = new JsonObject { ["id"] = streamId };
        return Letter(trigger, json, onlyOnce: false);
    }

    private static JsonObject Content(string text) => new() { ["content"] = text };

    private Letter Message(BotTrigger trigger, string type, JsonObject body, Quote? quote)
    {
        var json = WithResponseUrl(trigger);
        json["msgtype"] = type;
        json[type] = body;
        if (quote is not null)
        {
            json["quote"] = new JsonObject
            {
                ["msgtype"] = quote.Kind,
                [quote.Kind] = quote.Kind == "image" ? Media(state.Media.Keep(quote.Text)) : Content(quote.Text),
            };
        }

        return Letter(trigger, json, onlyOnce: false);
    }

    private Letter Event(BotTrigger trigger, JsonObject body, bool onlyOnce)
    {
        var json = WithResponseUrl(trigger);
        json["msgtype"] = "event";
        json["event"] = body;
        return Letter(trigger, json, onlyOnce);
    }

    private Letter Letter(BotTrigger trigger, JsonObject json, bool onlyOnce)
    {
        var stranger = Head(trigger);
        stranger["msgtype"] = "hologram_2027";
        return new Letter(SandboxJson.Text(json), SandboxJson.Text(stranger), onlyOnce, onlyOnce ? 0 : state.Options.BotRedeliveries);
    }

    private JsonObject Head(BotTrigger trigger)
    {
        var json = new JsonObject
        {
            ["msgid"] = "m-" + state.Dice.Hex(12),
            ["create_time"] = state.Seconds,
            ["aibotid"] = state.Town.Bot.Id,
        };
        if (trigger.ChatId is not null)
        {
            json["chatid"] = trigger.ChatId;
        }

        json["chattype"] = trigger.ChatId is null ? "single" : "group";
        json["from"] = new JsonObject { ["userid"] = trigger.Encrypted ? state.Folk.OpenIdOf(trigger.User) : trigger.User };
        return json;
    }

    /// <summary>Frames of the long connection carry none: there the req_id is answered.</summary>
    private JsonObject WithResponseUrl(BotTrigger trigger)
    {
        var json = Head(trigger);
        if (!state.BotUsesSocket)
        {
            json["response_url"] = ResponseUrl(trigger);
        }

        return json;
    }

    private string ResponseUrl(BotTrigger trigger)
    {
        var code = "BC" + state.Dice.Hex(16);
        state.Codes.Add(new ResponseCode(code, state.Time.GetUtcNow() + TimeSpan.FromHours(1))
        {
            User = trigger.User,
            ChatId = trigger.ChatId,
            Quoted = trigger.Said,
        });
        return At("/cgi-bin/aibot/response?response_code=" + code);
    }

    /// <summary>Enciphered by the callback's key, or by one of its own that comes with it (doc 100719).</summary>
    private JsonObject Media(string mediaId)
    {
        var media = new JsonObject { ["url"] = At("/sandbox-media/enc/" + mediaId) };
        if (state.BotUsesSocket)
        {
            media["aeskey"] = state.Media.KeyFor(mediaId, () => state.Dice.Hex(22)[..43]) + "=";
        }

        return media;
    }

    private string At(string path) => new Uri(state.ApiBase ?? new Uri("http://sandbox.invalid/"), path).ToString();
}
