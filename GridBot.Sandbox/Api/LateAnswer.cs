using GridBot.Sandbox.Cards;
using GridBot.Sandbox.Phones;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Api;

/// <summary>aibot/response: the robot's late answer by response_url, once, within an hour; in groups markdown only (doc 101138).</summary>
internal sealed class LateAnswer(SandboxState state)
{
    public ApiAnswer Answer(ApiCall call)
    {
        if (state.Codes.Find(call.Parameter("response_code")) is not { User: { } user } code)
        {
            return ApiAnswer.Error(60140, "invalid response_code: unknown, used or older than an hour");
        }

        var kind = call.Body.String("msgtype") ?? "";
        var part = call.Body.Object(kind) ?? default;
        switch (kind)
        {
            case "markdown":
                var content = part.String("content");
                return string.IsNullOrEmpty(content) ? ApiAnswer.Error(44004, "empty content")
                    : Words.Bytes(content) > 20480 ? ApiAnswer.Error(45002, "markdown.content takes 20480 bytes")
                    : Deliver(code, user, kind, content, null);
            case "template_card" when code.ChatId is null:
                var reading = state.CardReader.Read(part, new CardOrigin(FromBot: true, IsUpdate: false));
                return reading.Card is { } card
                    ? Deliver(code, user, kind, "", card)
                    : ApiAnswer.Error(reading.Code, reading.Problem);
            case "template_card":
                return ApiAnswer.Error(40008, "no template_card by response_url in a group");
            default:
                return ApiAnswer.Error(40008, "invalid message type");
        }
    }

    private ApiAnswer Deliver(ResponseCode code, string user, string kind, string text, Card? card)
    {
        lock (state.Gate)
        {
            if (state.Cards.IsTaken(card?.TaskId))
            {
                return ApiAnswer.Error(42014, $"task_id {card!.TaskId} was used before");
            }

            if (!state.Codes.TryUse(code))
            {
                return ApiAnswer.Error(60140, "invalid response_code: used");
            }

            if (!state.Options.CountsOnly)
            {
                BotLine.Show(state, code.ChatId, user, kind, text, card, code.ChatId is null ? null : Quote.OfText(code.Quoted));
            }

            state.Log.Add(Channel.BotLate, code.ChatId ?? "bot", code.ChatId is null ? [user] : [], [], kind, text, card?.ForLog());
            return ApiAnswer.Ok;
        }
    }
}
