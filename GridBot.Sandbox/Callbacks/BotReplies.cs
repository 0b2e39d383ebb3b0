using System.Text.Json;
using GridBot.Sandbox.Api;
using GridBot.Sandbox.Cards;
using GridBot.Sandbox.Phones;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Callbacks;

/// <summary>Applies what the robot replied in the callback's response, or records why WeCom would drop it.</summary>
internal sealed class BotReplies(SandboxState state)
{
    /// <summary>What became of a reply. An unfinished stream wants to be asked again.</summary>
    /// <param name="Refused">The errcode over the long connection; a callback's response is dropped without a word.</param>
    public sealed record Result(LogEntry? Entry, string? OpenStream = null, Line? StreamLine = null, int Refused = 0);

    public Result? Apply(BotTrigger trigger, string reply)
    {
        try
        {
            using var json = JsonDocument.Parse(reply);
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && !root.EnumerateObject().Any())
            {
                return null;
            }

            lock (state.Gate)
            {
                return Apply(trigger, root);
            }
        }
        catch (JsonException)
        {
            return Drop("the opened reply is no JSON");
        }
    }

    /// <summary>The next frame of a stream replaces its whole text.</summary>
    public Result? Refresh(BotTrigger trigger, string reply, string streamId, Line? line)
    {
        try
        {
            using var json = JsonDocument.Parse(reply);
            var stream = json.RootElement.Object("stream") ?? default;
            if (json.RootElement.String("msgtype") is not "stream" || stream.String("id") != streamId)
            {
                return Drop("a stream refresh must be answered with the same stream");
            }

            lock (state.Gate)
            {
                return Frame(trigger, stream, line);
            }
        }
        catch (JsonException)
        {
            return Drop("the opened reply is no JSON");
        }
    }

    private Result? Apply(BotTrigger trigger, JsonElement root)
    {
        if (trigger.Kind == BotTriggerKind.Click)
        {
            return root.String("response_type") == "update_template_card"
                ? Update(trigger, root)
                : Drop("a click may be answered by update_template_card or nothing", 40008);
        }

        var kind = root.String("msgtype") ?? "";
        return (trigger.Kind, kind) switch
        {
            (BotTriggerKind.EnterChat, "text") => Welcome(trigger, root.Object("text")?.String("content") ?? ""),
            (_, "template_card") => Card(trigger, kind, "", root.Object("template_card") ?? default),
            (BotTriggerKind.Message, "stream") => Frame(trigger, root.Object("stream") ?? default, null),
            (BotTriggerKind.Message, "stream_with_template_card") => StreamAndCard(trigger, root),
            _ => Drop($"{trigger.Kind} may not be answered by {(kind.Length == 0 ? "this" : kind)}", 40008),
        };
    }

    private Result? Welcome(BotTrigger trigger, string text) =>
        text.Length == 0 ? Drop("an empty welcome") : new Result(Show(trigger, "text", text, null).Entry);

    private Result? StreamAndCard(BotTrigger trigger, JsonElement root)
    {
        var stream = root.Object("stream") ?? default;
        var text = stream.String("content") ?? "";
        return StreamProblem(stream) is { } problem ? Drop(problem)
            : Card(trigger, "stream_with_template_card", text, root.Object("template_card") ?? default);
    }

    private Result? Card(BotTrigger trigger, string kind, string text, JsonElement json)
    {
        var reading = state.CardReader.Read(json, new CardOrigin(FromBot: true, IsUpdate: false));
        return reading.Card is not { } card ? Drop(reading.Problem)
            : state.Cards.IsTaken(card.TaskId) ? Drop($"robot card: task_id {card.TaskId} was used before", 42014)
            : new Result(Show(trigger, kind, text, card).Entry);
    }

    private Result? Frame(BotTrigger trigger, JsonElement stream, Line? line)
    {
        if (StreamProblem(stream) is { } problem)
        {
            return Drop(problem);
        }

        var text = stream.String("content") ?? "";
        var open = stream.TryGetProperty("finish", out var finish) && finish.ValueKind == JsonValueKind.True ? null : stream.String("id");
        if (line is null)
        {
            var (entry, shown) = Show(trigger, "stream", text, null);
            return new Result(entry, open, shown);
        }

        line.Text = text;
        state.Phones.Touch(line);
        var again = open is null ? state.Log.Add(Channel.BotAnswer, trigger.ChatId ?? "bot", To(trigger), [], "stream", text, null) : null;
        return new Result(again, open, line);
    }

    private static string? StreamProblem(JsonElement stream) =>
        string.IsNullOrEmpty(stream.String("id")) ? "a stream needs an id"
        : Words.Bytes(stream.String("content") ?? "") > 20480 ? "stream.content takes 20480 bytes"
        : stream.Items("msg_item").Count() > 10 ? "stream.msg_item takes 10 pictures"
        : null;

    private Result? Update(BotTrigger trigger, JsonElement root)
    {
        var sent = trigger.Card!;
        var reading = state.CardReader.Read(root.Object("template_card") ?? default, new CardOrigin(FromBot: true, IsUpdate: true));
        if (reading.Card is not { } card)
        {
            return Drop(reading.Problem);
        }

        if (card.TaskId is { } taskId && taskId != sent.TaskId)
        {
            return Drop($"robot card update: task_id {taskId} is not that of the card, {sent.TaskId}");
        }

        string[]? users = null;
        if (root.TryGetProperty("userids", out _) && root.Strings("userids").ToList() is { Count: > 0 } named)
        {
            users = [.. named.Select(id => Reached(trigger, sent, id)).OfType<string>()];
            if (users.Length < named.Count)
            {
                state.Findings.Violation($"bot: userids [{string.Join(", ", named)}] names somebody whom this card did not reach");
            }

            if (users.Length == 0)
            {
                return new Result(null, Refused: 40003);
            }
        }

        CardChange.Show(state, sent, users, card with { TaskId = sent.TaskId }, null);
        return new Result(state.Log.Add(
            Channel.BotUpdate, trigger.ChatId ?? "bot", users ?? [], [], "update_template_card", "", card.ForLog() with { TaskId = sent.TaskId }));
    }

    /// <summary>The person behind an id, in the form in which the callback named people; null if the card did not reach them.</summary>
    private string? Reached(BotTrigger trigger, SentCard sent, string id)
    {
        var person = trigger.Encrypted ? state.Folk.PersonByOpenId(id) : state.Folk.Person(id);
        return person is not null && sent.Receivers.Contains(person.UserId) ? person.UserId : null;
    }

    private (LogEntry? Entry, Line? Line) Show(BotTrigger trigger, string kind, string text, Card? card)
    {
        if (state.Options.CountsOnly)
        {
            return (state.Log.Add(Channel.BotAnswer, null, [], [], kind, "", null), null);
        }

        var line = BotLine.Show(state, trigger.ChatId, trigger.User, kind, text, card);
        return (state.Log.Add(Channel.BotAnswer, trigger.ChatId ?? "bot", To(trigger), [], kind, text, card?.ForLog()), line);
    }

    private static string[] To(BotTrigger trigger) => trigger.ChatId is null ? [trigger.User] : [];

    private Result Drop(string why, int code = 40058)
    {
        state.Findings.Violation("bot: " + why);
        return new Result(null, Refused: code);
    }
}
