using System.Collections.Concurrent;
using System.Text.Json;
using GridBot.Sandbox.Cards;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Api;

/// <summary>webhook/send: the push robot of one group, known by its key alone (doc 99110).</summary>
internal sealed class WebhookSend(SandboxState state)
{
    private readonly ConcurrentDictionary<string, SlidingWindow> windows = new(StringComparer.Ordinal);

    public ApiAnswer Send(ApiCall call)
    {
        if (call.Parameter("key") is not { } key || state.Folk.ChatOfPushKey(key) is not { } chat)
        {
            return ApiAnswer.Error(93000, "invalid webhook url");
        }

        var window = windows.GetOrAdd(key, static _ => new SlidingWindow((20, TimeSpan.FromMinutes(1))));
        if (!window.TryPass(state.Time.GetUtcNow()))
        {
            return ApiAnswer.Error(45009, "api freq out of limit");
        }

        var kind = call.Body.String("msgtype") ?? "";
        var part = call.Body.Object(kind) ?? default;
        return kind switch
        {
            "text" => Text(chat.ChatId, kind, part, 2048, Mentions(part)),
            "markdown" => Text(chat.ChatId, kind, part, 4096, Words.Called(part.String("content") ?? "", state.Folk)),
            "markdown_v2" => Text(chat.ChatId, kind, part, 4096, []),
            "template_card" => Notice(chat.ChatId, part),
            "image" => part.String("base64") is null || part.String("md5") is null
                ? ApiAnswer.Error(40058, "image needs base64 and md5")
                : Deliver(chat.ChatId, kind, "[图片]", [], null),
            "news" => News(chat.ChatId, part),
            "file" or "voice" => part.String("media_id") is null
                ? ApiAnswer.Error(40058, $"{kind} needs media_id")
                : Deliver(chat.ChatId, kind, $"[{kind}]", [], null),
            _ => ApiAnswer.Error(40008, "invalid message type"),
        };
    }

    private IEnumerable<string> Mentions(JsonElement text) =>
    [
        .. text.Strings("mentioned_list").Select(m => Words.Spelled(m, state.Folk)),
        .. text.Strings("mentioned_mobile_list").Where(m => m == "@all"),
        .. Words.Called(text.String("content") ?? "", state.Folk),
    ];

    private ApiAnswer Text(string chatId, string kind, JsonElement part, int limit, IEnumerable<string> mentions)
    {
        var content = part.String("content");
        return string.IsNullOrEmpty(content) ? ApiAnswer.Error(44004, "empty content")
            : Words.Bytes(content) > limit
                ? ApiAnswer.Error(40058, $"{kind}.content exceed max length {limit}. invalid Request Parameter")
                : Deliver(chatId, kind, content, [.. mentions.Distinct(StringComparer.OrdinalIgnoreCase)], null);
    }

    private ApiAnswer News(string chatId, JsonElement part)
    {
        var articles = part.Items("articles").ToList();
        return articles.Count is < 1 or > 8 ? ApiAnswer.Error(40058, "news takes 1 to 8 articles")
            : articles.Any(a => string.IsNullOrEmpty(a.String("url")) || string.IsNullOrEmpty(a.String("title"))
                || Words.Bytes(a.String("title")!) > 128 || Words.Bytes(a.String("description") ?? "") > 512)
                ? ApiAnswer.Error(40058, "an article needs url and title (128 bytes), description takes 512 bytes")
                : Deliver(chatId, "news", string.Join('\n', articles.Select(a => a.String("title"))), [], null);
    }

    private ApiAnswer Notice(string chatId, JsonElement part)
    {
        if (part.String("card_type") is not ("text_notice" or "news_notice"))
        {
            return ApiAnswer.Error(40058, "a push robot sends notice cards only");
        }

        var reading = state.CardReader.Read(part, new CardOrigin(FromBot: true, IsUpdate: false));
        return reading.Card is { } card
            ? Deliver(chatId, "template_card", "", [], card with { TaskId = null, Buttons = [] })
            : ApiAnswer.Error(reading.Code, reading.Problem);
    }

    private ApiAnswer Deliver(string chatId, string kind, string text, string[] mentions, Card? card)
    {
        if (!state.Options.CountsOnly)
        {
            lock (state.Gate)
            {
                var sent = card is null ? null : new SentCard(card, fromBot: true, chatId, []);
                state.Phones.InGroup(chatId, state.Phones.NewLine("push", kind, text, mentions: mentions, card: sent));
                state.Log.Add(Channel.Push, chatId, [], mentions, kind, text, card?.ForLog());
            }
        }
        else
        {
            state.Log.Add(Channel.Push, chatId, [], [], kind, "", null);
        }

        return ApiAnswer.Ok;
    }
}
