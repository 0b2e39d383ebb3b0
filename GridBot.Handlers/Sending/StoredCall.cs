using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GridBot.Storage.Messages;
using GridBot.WeCom.Sending;
using GridBot.WeCom.Socket;

namespace GridBot.Handlers.Sending;

/// <summary>
/// A finished call as it is written down before it goes out: the bytes themselves, and what must be known when it is
/// repeated after a crash. Holds no key and no token; a response_url is the one secret that has to be here.
/// </summary>
/// <param name="Target">The user id of a 1:1 call, or the address or req_id of a late answer.</param>
internal sealed partial record StoredCall(WeComApi Api, byte[] Body, string? Target, SentCard? Card, IReadOnlyList<RingOf>? Rings)
{
    public WeComRequest Request => new(Api, Body);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, CallJson.Default.StoredCall);

    public static StoredCall Read(byte[] stored) => JsonSerializer.Deserialize(stored, CallJson.Default.StoredCall)!;

    /// <summary>
    /// For a second time: the app knows a repeated body again, so it goes byte for byte; a group would show it twice,
    /// so it says that it is a repeat. A card is known by its task_id.
    /// </summary>
    public StoredCall Repeated()
    {
        if (JsonNode.Parse(Body) is not JsonObject body)
        {
            return this;
        }

        if (Api is WeComApi.Push or WeComApi.AppChat && body["text"] is JsonObject text)
        {
            var mentions = text["mentioned_list"]?.AsArray().Select(m => m!.GetValue<string>()).ToList() ?? [];
            var again = $"{text["content"]}（重发）";
            var request = body["chatid"]?.GetValue<string>() is { } app
                ? WeComRequests.AppChatText(app, again, mentions)
                : WeComRequests.Push(new PushText(again, mentions, []));
            return this with { Body = request.Body.ToArray() };
        }

        return Api == WeComApi.RobotMessage && body["markdown"] is JsonObject markdown
            ? this with
            {
                Body = RobotRequests.Text(
                    $"{body["chatid"]}", RobotRequests.IsToGroup(body["chat_type"]?.GetValue<int>()), $"{markdown["content"]}（重发）").Body.ToArray(),
            }
            : this;
    }

    [JsonSerializable(typeof(StoredCall))]
    private sealed partial class CallJson : JsonSerializerContext;
}

/// <summary>Whom a call rings, so that the next person can be asked when this one can't be reached.</summary>
internal sealed record RingOf(long IssueId, int Summons, string UserId);
