using System.Collections.Concurrent;
using System.Text.Json;
using GridBot.Sandbox.Cards;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Api;

/// <summary>message/send: the app writes to people 1:1 (doc 90236).</summary>
internal sealed class MessageSend(SandboxState state, Tokens tokens)
{
    private readonly ConcurrentDictionary<string, SlidingWindow> windows = new(StringComparer.OrdinalIgnoreCase);
    private readonly DuplicateCheck duplicates = new(state.Time);

    public ApiAnswer Send(ApiCall call)
    {
        if (tokens.Refuse(call) is { } refused)
        {
            return refused;
        }

        var body = call.Body;
        if (Agent.Refuse(body, state.Town.App) is { } wrongAgent)
        {
            return wrongAgent;
        }

        var (valid, invalid) = Receivers(body);
        if (valid.Count == 0)
        {
            return invalid.Count == 0
                ? ApiAnswer.Error(82001, "touser, toparty and totag are all empty")
                : ApiAnswer.Error(81013, "user & party & tag all invalid");
        }

        var kind = body.String("msgtype") ?? "";
        var (text, cardReading, problem) = Content(kind, body.Object(kind) ?? default);
        if (problem is { } wrong)
        {
            return wrong;
        }

        var duplicateKey = DuplicateCheck.IsAskedFor(body) ? DuplicateCheck.KeyOf(call.Raw) : null;
        lock (state.Gate)
        {
            if (duplicateKey is not null && duplicates.WasSent(duplicateKey))
            {
                return Answer(invalid, responseCode: null);
            }

            if (state.Cards.IsTaken(cardReading?.TaskId))
            {
                return ApiAnswer.Error(42014, $"task_id {cardReading!.TaskId} was used before");
            }

            if (duplicateKey is not null)
            {
                duplicates.Remember(duplicateKey, body);
            }

            return Answer(invalid, Deliver(kind, text, cardReading, valid));
        }
    }

    private (List<string> Valid, List<string> Invalid) Receivers(JsonElement body)
    {
        var (valid, invalid) = (new List<string>(), new List<string>());
        var to = body.String("touser") ?? "";
        if (to == "@all")
        {
            return ([.. state.Town.People.Select(p => p.UserId)], invalid);
        }

        foreach (var id in to.Split('|', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (state.Folk.Person(id) is { InRange: true } person)
            {
                valid.Add(person.UserId);
            }
            else
            {
                invalid.Add(id.ToLowerInvariant());
            }
        }

        return (valid, invalid);
    }

    private (string Text, Card? Card, ApiAnswer? Problem) Content(string kind, JsonElement part)
    {
        switch (kind)
        {
            case "text" or "markdown":
                var content = part.String("content");
                if (string.IsNullOrEmpty(content))
                {
                    return ("", null, ApiAnswer.Error(44004, "empty content"));
                }

                var cut = Words.Cut(content, 2048);
                if (cut.Length < content.Length)
                {
                    state.Findings.Truncate();
                }

                return (cut, null, null);
            case "textcard":
                return string.IsNullOrEmpty(part.String("title")) || string.IsNullOrEmpty(part.String("url"))
                    ? ("", null, ApiAnswer.Error(40058, "textcard needs title, description and url"))
                    : ($"{part.String("title")}\n{part.String("description")}", null, null);
            case "image" or "voice" or "file" or "video":
                return part.String("media_id") is null
                    ? ("", null, ApiAnswer.Error(40007, "invalid media_id"))
                    : ($"[{kind}]", null, null);
            case "news":
                return (string.Join('\n', part.Items("articles").Select(a => a.String("title"))), null, null);
            case "template_card":
                var reading = state.CardReader.Read(part, new CardOrigin(FromBot: false, IsUpdate: false));
                return reading.Card is null ? ("", null, ApiAnswer.Error(reading.Code, reading.Problem))
                    : reading.Card.CallsBack && state.AppCallback is null
                        ? ("", null, ApiAnswer.Error(40058, "an app without a callback address cannot send cards that call back"))
                        : ("", reading.Card, null);
            default:
                return ("", null, ApiAnswer.Error(40008, "invalid message type"));
        }
    }

    /// <summary>Delivers to those whose limit allows it; the others get nothing, and nobody is told (doc 90236).</summary>
    private string? Deliver(string kind, string text, Card? card, List<string> receivers)
    {
        var now = state.Time.GetUtcNow();
        var reached = receivers.Where(r => Window(r).TryPass(now)).ToArray();
        for (var i = reached.Length; i < receivers.Count; i++)
        {
            state.Findings.Drop();
        }

        var callsBack = card is { CallsBack: true };
        var code = callsBack ? "RC" + state.Dice.Hex(16) : null;
        if (state.Options.CountsOnly)
        {
            state.Log.Add(Channel.App, null, [], [], kind, "", null);
            return code;
        }

        var sent = card is null ? null : state.Cards.Place(card, fromBot: false, chatId: null, reached);
        foreach (var user in reached)
        {
            var line = state.Phones.NewLine("app", kind, text, card: sent);
            sent?.Lines.Add(line);
            state.Phones.WithApp(user, line);
        }

        if (reached.Length > 0)
        {
            state.Log.Add(Channel.App, null, reached, [], kind, text, card?.ForLog());
        }

        if (code is not null)
        {
            state.Codes.Add(new ResponseCode(code, now + TimeSpan.FromHours(72)) { Card = sent });
        }

        return code;
    }

    private SlidingWindow Window(string user) =>
        windows.GetOrAdd(user, static _ => new SlidingWindow((30, TimeSpan.FromMinutes(1)), (1000, TimeSpan.FromHours(1))));

    private ApiAnswer Answer(List<string> invalid, string? responseCode) => ApiAnswer.Of(new SendAnswer(
        0, "ok", string.Join('|', invalid), "", "", "", "M" + state.Dice.Hex(12), responseCode));

    private sealed record SendAnswer(
        int Errcode, string Errmsg, string Invaliduser, string Invalidparty, string Invalidtag, string Unlicenseduser, string Msgid,
        [property: System.Text.Json.Serialization.JsonPropertyName("response_code")]
        [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
        string? ResponseCode);
}
