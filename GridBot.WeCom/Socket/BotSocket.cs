using System.Net.WebSockets;
using GridBot.WeCom.Messages;
using GridBot.WeCom.Sending;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.WeCom.Socket;

/// <summary>
/// Opens the robot's long connection (WeCom doc 101463), which needs no public address: connects, and subscribes with the
/// robot's id and secret. WeCom allows one per robot; who holds it, and when to try again, is the caller's business.
/// </summary>
public sealed class BotSocket(IOptionsMonitor<WeComOptions> options, TimeProvider time, ILogger<BotSocket> logger)
{
    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(10);

    /// <param name="hear">Gets each frame of WeCom's as it came, perhaps before this returns; is not waited for, and must not throw.</param>
    public async Task<SocketOpening> OpenAsync(Func<BotSession, ReadOnlyMemory<byte>, Task> hear, CancellationToken cancellationToken)
    {
        if (await ConnectAsync(cancellationToken) is not { } socket)
        {
            return new SocketOpening.NotNow(0);
        }

        var session = new BotSession(socket, hear, time, logger);
        session.Start();
        var answer = await session.CallAsync(SocketCommand.Subscribe, null, Credentials(), cancellationToken);
        if (answer is ApiAnswer.Read { Code: 0 })
        {
            return new SocketOpening.Opened(session);
        }

        await session.DisposeAsync();
        var code = answer is ApiAnswer.Read read ? read.Code : 0;
        return code == 0 || WeComErrors.ClassOf(code) is ErrorClass.Transient or ErrorClass.Rate
            ? new SocketOpening.NotNow(code)
            : new SocketOpening.Refused(code);
    }

    private byte[] Credentials() => RawJson.Write(json =>
    {
        json.WriteString("bot_id", options.CurrentValue.Bot.BotId);
        json.WriteString("secret", options.CurrentValue.Bot.Secret);
    });

    private async Task<WebSocket?> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket { Options = { KeepAliveInterval = TimeSpan.Zero } };
        using var patience = new CancellationTokenSource(ConnectWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await socket.ConnectAsync(new Uri(options.CurrentValue.BotSocket), either.Token);
            return socket;
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            return null;
        }
    }
}
