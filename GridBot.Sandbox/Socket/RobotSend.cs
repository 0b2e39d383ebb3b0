using System.Text.Json;
using GridBot.Sandbox.Api;
using GridBot.Sandbox.Cards;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Socket;

/// <summary>aibot_send_msg: the robot speaks by itself, where somebody has written to it (doc 101463). Nothing in it mentions anybody.</summary>
internal sealed class RobotSend(SandboxState state, WrittenChats written)
{
    private const int Single = 1;
    private const int Group = 2;

    /// <summary>Where it goes: a group that has the robot, or a person. Chat ids count upper and lower case.</summary>
    public (string? ChatId, string User)? Target(JsonElement body)
    {
        var id = body.String("chatid") ?? "";
        var kind = body.Int("chat_type") ?? 0;
        if (kind is 0 or Group && state.Folk.Chat(id) is { HasRobot: true } chat)
        {
            return written.Contains(chat.ChatId, "") ? (chat.ChatId, "") : null;
        }

        return kind is 0 or Single && (state.Folk.Person(id) ?? state.Folk.PersonByOpenId(id)) is { } person && written.Contains(null, person.UserId)
            ? (null, person.UserId)
            : null;
    }

    public SocketAnswer Send(JsonElement body, (string? ChatId, string User) target)
    {
        var kind = body.String("msgtype") ?? "";
        var part = body.Object(kind) ?? default;
        switch (kind)
        {
            case "markdown":
                var content = part.String("content");
                return string.IsNullOrEmpty(content) ? SocketAnswer.Error(44004, "empty content")
                    : Words.Bytes(content) > 20480 ? SocketAnswer.Error(45002, "markdown.content takes 20480 bytes")
                    : Deliver(target, kind, content, null);
            case "template_card":
                var reading = state.CardReader.Read(part, new CardOrigin(FromBot: true, IsUpdate: false));
                return reading.Card is { } card ? Deliver(target, kind, "", card) : SocketAnswer.Error(reading.Code, "invalid template_card");
            case "image" or "file" or "voice" or "video":
                return state.Media.Find(part.String("media_id"), TimeSpan.FromDays(3)) is null
                    ? SocketAnswer.Error(40007, "invalid media_id")
                    : Deliver(target, kind, $"[{kind}]", null);
            default:
                return SocketAnswer.Error(40008, "invalid message type");
        }
    }

    private SocketAnswer Deliver((string? ChatId, string User) target, string kind, string text, Card? card)
    {
        lock (state.Gate)
        {
            if (state.Cards.IsTaken(card?.TaskId))
            {
                return SocketAnswer.Error(42014, $"task_id {card!.TaskId} was used before");
            }

            if (!state.Options.CountsOnly)
            {
                BotLine.Show(state, target.ChatId, target.User, kind, text, card);
            }

            state.Log.Add(Channel.BotPush, target.ChatId ?? "bot", target.ChatId is null ? [target.User] : [], [], kind, text, card?.ForLog());
            return SocketAnswer.Ok;
        }
    }
}
