using GridBot.Sandbox.Api;
using GridBot.Sandbox.Callbacks;
using GridBot.Sandbox.Cards;
using GridBot.Sandbox.Faults;
using GridBot.Sandbox.Phones;
using GridBot.Sandbox.Records;
using GridBot.Sandbox.Socket;
using GridBot.Sandbox.Town;

namespace GridBot.Sandbox.People;

/// <summary>The hands on the phones: people write, tap and open chats, and WeCom calls the bot where it would.</summary>
internal sealed class Hands(SandboxState state, Courier courier, AppDoor appDoor, BotDoor botDoor, SocketHub socket, StreamAsker streams)
{
    public const string RobotChat = "bot";
    private readonly AppLetters appLetters = new(state);
    private readonly BotLetters botLetters = new(state);
    private readonly AppReplies appReplies = new(state);
    private readonly BotReplies botReplies = new(state);
    private readonly HashSet<(string User, DateOnly Day)> entered = [];

    public Task<LogEntry?> SayAsync(string user, string? chat, Saying saying)
    {
        var person = Known(user);
        if (saying.IsEmpty)
        {
            throw new LeverRefusedException("text", "say something: text, image or voice");
        }

        return chat switch
        {
            null => SayToAppAsync(person, saying),
            RobotChat => SayToBotAsync(person, saying),
            _ => SayInGroupAsync(person, chat, saying),
        };
    }

    public Task<LogEntry?> TapAsync(string user, string taskId, string key)
    {
        var person = Known(user);
        SentCard sent;
        Card view;
        lock (state.Gate)
        {
            sent = state.Cards.Find(taskId)
                ?? throw new LeverRefusedException("task_id", $"no card has the task_id {taskId}; see card.task_id in GET /demo/log");
            if (!sent.Receivers.Contains(person.UserId))
            {
                throw new LeverRefusedException("user", $"{person.UserId} does not see this card; it went to {string.Join(", ", sent.Receivers)}");
            }

            view = sent.ViewOf(person.UserId);
        }

        var keys = view.Buttons.Where(b => b.Key.Length > 0).Select(b => b.Key).ToList();
        if (!keys.Contains(key))
        {
            throw new LeverRefusedException("key", keys.Count == 0
                ? $"{person.UserId} sees no buttons on this card any more"
                : $"{person.UserId} sees these buttons: {string.Join(", ", keys)}");
        }

        return state.Faults.Take(FaultNames.LoseClick) is not null ? Task.FromResult<LogEntry?>(null)
            : sent.FromBot ? TapBotCardAsync(person, sent, view, key)
            : TapAppCardAsync(person, sent, view, key);
    }

    public async Task<LogEntry?> EnterAsync(string user, string? chat)
    {
        var person = Known(user);
        switch (chat)
        {
            case null:
                return await ToAppAsync(person, appLetters.EnterAgent(person.UserId), null);
            case RobotChat:
                var today = DateOnly.FromDateTime(BeijingTimeConverter.Beijing(state.Time.GetUtcNow()).DateTime);
                lock (state.Gate)
                {
                    if (!entered.Add((person.UserId, today)))
                    {
                        return null;
                    }
                }

                var trigger = Trigger(BotTriggerKind.EnterChat, person, null, "");
                return await ToBotAsync(trigger, botLetters.EnterChat(trigger));
            default:
                throw new LeverRefusedException("chat", "null for the app, \"bot\" for the robot; a group has no such event");
        }
    }

    public Task AnnounceAsync(string eventKind) =>
        courier.DeliverAsync(appDoor, appLetters.Announce(eventKind), reply => appReplies.Apply(AppLetters.System, null, reply));

    private async Task<LogEntry?> SayInGroupAsync(TownPerson person, string chatId, Saying saying)
    {
        var chat = state.Folk.Chat(chatId)
            ?? throw new LeverRefusedException("chat", $"no chat {chatId}; one of {string.Join(", ", state.Town.Chats.Select(c => c.ChatId))}, \"bot\" or null");
        if (!state.Folk.IsMember(chatId, person.UserId))
        {
            throw new LeverRefusedException("user", $"{person.UserId} is not a member of {chatId}; its members are {string.Join(", ", chat.Members)}");
        }

        Note(person, saying, state.Phones.InGroup, chatId);
        if (!chat.HasRobot || saying.Voice is not null || !state.Folk.MentionsRobot(chat, saying.Text))
        {
            return null;
        }

        var trigger = Trigger(BotTriggerKind.Message, person, chatId, saying.Text);
        return await ToBotAsync(trigger, saying.Image is { } image
            ? botLetters.Mixed(trigger, saying.Text, state.Media.Keep(image), saying.Quote)
            : botLetters.Text(trigger, saying.Text, saying.Quote));
    }

    private async Task<LogEntry?> SayToBotAsync(TownPerson person, Saying saying)
    {
        Note(person, saying, state.Phones.WithBot, person.UserId);
        var trigger = Trigger(BotTriggerKind.Message, person, null, saying.Text);
        return await ToBotAsync(trigger, saying switch
        {
            { Voice: { } voice } => botLetters.Voice(trigger, voice),
            { Image: { } image, Text: "" } => botLetters.Image(trigger, state.Media.Keep(image)),
            { Image: { } image } => botLetters.Mixed(trigger, saying.Text, state.Media.Keep(image), saying.Quote),
            _ => botLetters.Text(trigger, saying.Text, saying.Quote),
        });
    }

    /// <summary>The app knows no mixed messages and no quotes: a picture with words is two messages.</summary>
    private async Task<LogEntry?> SayToAppAsync(TownPerson person, Saying saying)
    {
        Note(person, saying, state.Phones.WithApp, person.UserId);
        LogEntry? answer = null;
        if (saying.Image is { } image)
        {
            answer = await ToAppAsync(person, appLetters.Image(person.UserId, state.Media.Keep(image)), null);
        }

        if (saying.Voice is { } voice)
        {
            answer = await ToAppAsync(person, appLetters.Voice(person.UserId, state.Media.Keep(voice)), null);
        }

        return saying.Text.Length == 0
            ? answer
            : await ToAppAsync(person, appLetters.Text(person.UserId, saying.Text), null) ?? answer;
    }

    private async Task<LogEntry?> TapBotCardAsync(TownPerson person, SentCard sent, Card view, string key)
    {
        var trigger = Trigger(BotTriggerKind.Click, person, sent.ChatId, "") with { Card = sent };
        return await ToBotAsync(trigger, botLetters.Click(trigger, key, sent.TaskId!, view.Type));
    }

    private async Task<LogEntry?> TapAppCardAsync(TownPerson person, SentCard sent, Card view, string key)
    {
        var code = new ResponseCode("RC" + state.Dice.Hex(16), state.Time.GetUtcNow() + TimeSpan.FromHours(72)) { Card = sent };
        state.Codes.Add(code);
        return await ToAppAsync(person, appLetters.Click(person.UserId, key, sent.TaskId!, view.Type, code.Code), sent);
    }

    private Task<LogEntry?> ToAppAsync(TownPerson person, Letter letter, SentCard? tapped) =>
        courier.DeliverAsync(appDoor, letter, reply => appReplies.Apply(person.UserId, tapped, reply));

    private async Task<LogEntry?> ToBotAsync(BotTrigger trigger, Letter letter)
    {
        if (trigger.Kind == BotTriggerKind.Message)
        {
            socket.Written.Note(trigger.ChatId, trigger.User);
        }

        if (state.BotUsesSocket)
        {
            return await socket.DeliverAsync(trigger, letter, botReplies);
        }

        var result = await courier.DeliverAsync(botDoor, letter, reply =>
        {
            var applied = botReplies.Apply(trigger, reply);
            if (applied is { OpenStream: { } stream })
            {
                streams.Ask(trigger, stream, applied.StreamLine, botLetters, botReplies);
            }

            return applied;
        });
        return result?.Entry;
    }

    private BotTrigger Trigger(BotTriggerKind kind, TownPerson person, string? chatId, string said) =>
        new(kind, person.UserId, chatId, said, state.Faults.Take(FaultNames.EncryptUserId) is not null);

    private void Note(TownPerson person, Saying saying, Action<string, Line> put, string where)
    {
        if (state.Options.CountsOnly)
        {
            return;
        }

        lock (state.Gate)
        {
            put(where, state.Phones.NewLine(person.UserId, saying.Kind, saying.Voice ?? saying.Text, saying.Quote, saying.Image));
        }
    }

    private TownPerson Known(string user) => state.Folk.Person(user)
        ?? throw new LeverRefusedException("user", $"nobody here is called {user}; GET /demo/town lists the userids");
}
