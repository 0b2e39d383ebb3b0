using GridBot.Sandbox.Cards;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Api;

/// <summary>message/update_template_card: changes an app card by a one-time code (doc 94888).</summary>
internal sealed class CardUpdate(SandboxState state, Tokens tokens)
{
    public ApiAnswer Update(ApiCall call)
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

        if (state.Codes.Find(body.String("response_code")) is not { Card: { FromBot: false } sent } code)
        {
            return ApiAnswer.Error(60140, "invalid response_code: unknown, used or older than 72 hours");
        }

        var greyed = body.Object("button")?.String("replace_name");
        Card? card = null;
        if (body.Object("template_card") is { } json)
        {
            var reading = state.CardReader.Read(json, new CardOrigin(FromBot: false, IsUpdate: true));
            if (reading.Card is null)
            {
                return ApiAnswer.Error(reading.Code, reading.Problem);
            }

            if (reading.Card.TaskId is { } taskId && taskId != sent.TaskId)
            {
                return ApiAnswer.Error(42014, $"task_id {taskId} is not that of the card, {sent.TaskId}");
            }

            card = reading.Card with { TaskId = sent.TaskId };
        }
        else if (string.IsNullOrEmpty(greyed))
        {
            return ApiAnswer.Error(40058, "button.replace_name or template_card is needed");
        }

        return Apply(call, code, sent, card, greyed);
    }

    private ApiAnswer Apply(ApiCall call, ResponseCode code, SentCard sent, Card? card, string? greyed)
    {
        lock (state.Gate)
        {
            var asked = call.Body.Int("atall") == 1 ? [.. sent.Receivers] : call.Body.Strings("userids").ToList();
            var reached = asked.Where(sent.Receivers.Contains).Select(u => Words.Spelled(u, state.Folk)).ToArray();
            var invalid = asked.Where(u => !sent.Receivers.Contains(u)).Select(u => u.ToLowerInvariant()).ToArray();
            if (asked.Count == 0)
            {
                return ApiAnswer.Error(82001, "userids, partyids and tagids are all empty");
            }

            if (!state.Codes.TryUse(code))
            {
                return ApiAnswer.Error(60140, "invalid response_code: used");
            }

            if (reached.Length > 0)
            {
                CardChange.Show(state, sent, reached, card, greyed);
                var view = sent.ViewOf(reached[0]);
                state.Log.Add(
                    Channel.AppUpdate, null, reached, [], card is null ? "update_button" : "update_template_card",
                    view.Replaced ?? "", view.ForLog());
            }

            return ApiAnswer.Of(new { errcode = 0, errmsg = "ok", invaliduser = invalid });
        }
    }
}
