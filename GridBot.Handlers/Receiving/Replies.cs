using GridBot.Core.Wording;
using GridBot.Handlers.Sending;
using GridBot.WeCom.Messages;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Receiving;

/// <summary>Gives an answer the form that its door allows in the response to a callback.</summary>
internal static class Replies
{
    /// <summary>The plaintext to seal; empty when there is nothing to say.</summary>
    public static byte[] Compose(Heard heard, Answer answer, string corpId) =>
        heard.Door == Door.Bot ? ToRobot(heard, answer) : ToApp(heard, answer, corpId);

    /// <summary>What nobody said: somebody opened a chat, sent a sound without words, or WeCom tells something new.</summary>
    public static byte[] ToWhatNobodySaid(Incoming incoming, string corpId, string botName, DateTimeOffset now, ILogger logger)
    {
        switch (incoming)
        {
            case Incoming.Entered { Door: Door.Bot }:
                return new BotReply.Welcome(AnswerWriter.Welcome).Compose(incoming.Id);
            case Incoming.Entered { By: "subscribe" }:
                return new AppReply.Text(AnswerWriter.Welcome).Compose(incoming.From, corpId, now);
            case Incoming.Voice:
                return Say(incoming, AnswerWriter.CannotHearVoice(botName), corpId, now);
            case Incoming.Other other:
                logger.UnknownKind(other.Kind);
                return [];
            default:
                return [];
        }
    }

    /// <summary>The answer in words, for channels that can show nothing else; null when there is nothing to say.</summary>
    public static string? AsText(Answer answer) => answer switch
    {
        Answer.Text text => text.Words,
        Answer.NewCard card => InWords(card.Card),
        Answer.ChangedCard change => InWords(change.Card),
        _ => null,
    };

    private static byte[] ToRobot(Heard heard, Answer answer)
    {
        BotReply reply = answer switch
        {
            Answer.Text text when heard.Tap is null => new BotReply.Text(text.Words),
            Answer.NewCard card when heard.Tap is null => new BotReply.Card(card.Card.ToTemplate()),
            Answer.ChangedCard change when heard.Tap is not null =>
                new BotReply.CardUpdate(change.Card.ToTemplate(), change.OnlyFor is null ? null : [heard.UserId]),
            _ => new BotReply.Nothing(),
        };
        return reply.Compose(heard.MessageId);
    }

    private static byte[] ToApp(Heard heard, Answer answer, string corpId)
    {
        AppReply reply = answer switch
        {
            Answer.ChangedCard change when heard.Tap is not null => new AppReply.UpdateCard(change.Card.ToTemplate()),
            _ when heard.Tap is null && AsText(answer) is { } words => new AppReply.Text(words),
            _ => new AppReply.Nothing(),
        };
        return reply.Compose(heard.UserId, corpId, heard.At);
    }

    private static byte[] Say(Incoming incoming, string words, string corpId, DateTimeOffset now) =>
        incoming.Door == Door.Bot
            ? new BotReply.Text(words).Compose(incoming.Id)
            : new AppReply.Text(words).Compose(incoming.From, corpId, now);

    private static string InWords(Card card) =>
        string.Join("\n", new[] { card.Title, card.Line, card.Text }.Where(l => l.Length > 0));
}
