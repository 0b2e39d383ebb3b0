using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Callbacks;

/// <summary>The smart robot's door: JSON, sealed for nobody in particular (doc 101033).</summary>
internal sealed class BotDoor(SandboxState state, HttpClient http)
    : Door("bot", state.Town.Bot.Token, state.Town.Bot.EncodingAesKey, "", state, http)
{
    protected override Uri? Address => State.BotCallback;

    protected override string MediaType => "application/json";

    public override Opened Open(string body, string nonce)
    {
        if (body.Length == 0)
        {
            return Opened.Nothing;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("timestamp", out var timestamp)
                || timestamp.ValueKind != JsonValueKind.Number || !timestamp.TryGetInt64(out var seconds))
            {
                return new Opened(null, "the reply's timestamp is no integer of seconds");
            }

            return root.String("nonce") != nonce
                ? new Opened(null, "the reply's nonce is not that of the callback")
                : OpenParts(root.String("encrypt"), root.String("msgsignature"), seconds.ToString(CultureInfo.InvariantCulture), nonce);
        }
        catch (JsonException)
        {
            return new Opened(null, "the reply is neither empty nor a JSON envelope");
        }
    }

    protected override string Wrap(string encrypt) => SandboxJson.Text(new JsonObject { ["encrypt"] = encrypt });
}
