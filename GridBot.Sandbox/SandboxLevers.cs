using System.Globalization;
using GridBot.Sandbox.Faults;
using GridBot.Sandbox.Levers;
using GridBot.Sandbox.People;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox;

/// <summary>The demo's levers, for a person with curl, a page and a test alike.</summary>
public static class SandboxLevers
{
    /// <param name="settle">Waits until the bot has done everything that a lever caused; null where nobody knows.</param>
    public static IEndpointRouteBuilder MapSandboxLevers(
        this IEndpointRouteBuilder app, SandboxWeCom sandbox, Func<CancellationToken, Task>? settle = null)
    {
        Get("/demo/town", _ => TownOf(sandbox));
        Get("/demo/wecom", _ => CorpOf(sandbox));
        Get("/demo/log", request => sandbox.Log.Since(Since(request)));
        Get("/demo/phone", request => sandbox.Phone(
            request.Query["user"] is [{ Length: > 0 } user, ..] ? user : throw new LeverRefusedException("user", "GET /demo/phone?user=USERID"),
            Since(request)));

        Post("/demo/say", async fields => new AnswerView(await sandbox.SayAsync(
            fields.Need("user", "the userid of who says it; GET /demo/town lists them"),
            fields.Optional("chat"), fields.Optional("text") ?? "", fields.Quote("quote"), fields.Picture("image"), fields.Optional("voice"))));
        Post("/demo/tap", async fields => new AnswerView(await sandbox.TapAsync(
            fields.Need("user", "the userid of who taps; GET /demo/town lists them"),
            fields.Need("task_id", "card.task_id of an entry in GET /demo/log"),
            fields.Need("key", "the key of one of the card's buttons"))));
        Post("/demo/enter", async fields => new AnswerView(await sandbox.EnterAsync(
            fields.Need("user", "the userid of who opens the chat"), fields.Optional("chat"))));
        Post("/demo/announce", async fields =>
        {
            await sandbox.AnnounceAsync(fields.Need("event", "an event of WeCom's system about the app, for example inactive_alert"));
            return new { ok = true };
        });
        Post("/demo/fault", fields =>
        {
            sandbox.AddFault(new Fault(
                fields.Need("api", $"one of {string.Join(", ", FaultNames.Apis.Concat(FaultNames.Callbacks))}"),
                fields.Number("errcode", int.MinValue), fields.Number("http", 100), fields.Number("delayMs", 0),
                fields.Flag("loseAnswer"), fields.Number("times", 0)));
            return Task.FromResult<object>(new { ok = true });
        });
        return app;

        void Get(string path, Func<HttpRequest, object> show) =>
            app.MapGet(path, context => AnswerAsync(context, show));
        void Post(string path, Func<Fields, Task<object>> pull) =>
            app.MapPost(path, context => AnswerAsync(context, async () =>
            {
                using var fields = await Fields.ReadAsync(context.Request);
                var answer = await pull(fields);
                if (settle is not null)
                {
                    await settle(context.RequestAborted);
                }

                return answer;
            }));
    }

    private static Task AnswerAsync(HttpContext context, Func<HttpRequest, object> show) =>
        AnswerAsync(context, () => Task.FromResult(show(context.Request)));

    private static async Task AnswerAsync(HttpContext context, Func<Task<object>> pull)
    {
        object answer;
        try
        {
            answer = await pull();
        }
        catch (LeverRefusedException refused)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            answer = new RefusalView(refused.Message, refused.Field, refused.Remedy);
        }

        await context.Response.WriteAsJsonAsync(answer, answer.GetType(), SandboxJson.Options, context.RequestAborted);
    }

    private static long Since(HttpRequest request) => request.Query["since"] is [{ Length: > 0 } text, ..]
        ? long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            ? since
            : throw new LeverRefusedException("since", "a number as it stood in an earlier answer")
        : 0;

    private static TownView TownOf(SandboxWeCom sandbox) => new(
        new NameView(sandbox.Town.Bot.Name),
        sandbox.State.Folk.Chats.Select(c => new ChatView(c.ChatId, c.Name, c.Place, c.Members)),
        sandbox.Town.People.Select(p => new PersonView(p.UserId, p.Name, p.Role, p.Place)));

    private static object CorpOf(SandboxWeCom sandbox) => new
    {
        sandbox.Town.CorpId,
        App = new { sandbox.Town.App.AgentId, sandbox.Town.App.Secret, sandbox.Town.App.Token, sandbox.Town.App.EncodingAesKey, Callback = sandbox.AppCallback },
        Bot = new { sandbox.Town.Bot.Id, sandbox.Town.Bot.Name, sandbox.Town.Bot.Token, sandbox.Town.Bot.EncodingAesKey, sandbox.Town.Bot.Secret, Callback = sandbox.BotCallback, Connected = sandbox.BotIsConnected },
        PushKeys = sandbox.Town.Chats.Where(c => c.PushKey is not null).Select(c => new PushKeyView(c.ChatId, c.Place, c.PushKey!)),
        sandbox.ApiBase,
        sandbox.CallbacksInFlight,
        sandbox.Findings.Violations,
        sandbox.Findings.Advice,
        sandbox.Findings.Dropped,
        sandbox.Findings.Truncated,
        sandbox.Findings.Undelivered,
        Calls = sandbox.Findings.AllCalls,
    };
}
