using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using GridBot.WeCom.Messages;
using GridBot.WeCom.Sending;
using Microsoft.Extensions.Logging;

namespace GridBot.WeCom.Socket;

/// <summary>
/// One long connection from its opening to its end: brings what WeCom tells, finds each request its answer, and pings so
/// that a dead line is noticed. Safe to use from many threads.
/// </summary>
public sealed class BotSession : IAsyncDisposable
{
    public static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(30);

    /// <summary>How long a frame's answer may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>So many pings in a row may stay without answer; then the line counts as dead.</summary>
    public const int MissedPings = 2;

    /// <summary>Bytes of the largest frame that is read.</summary>
    public const int LargestFrame = 1024 * 1024;

    private readonly WebSocket socket;
    private readonly Func<BotSession, ReadOnlyMemory<byte>, Task> hear;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly RequestLanes lanes = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<ApiAnswer>> waiting = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource<SessionEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task running = Task.CompletedTask;
    private int lastId;
    private long dealtWith;

    /// <param name="hear">Gets each frame of WeCom's as it came; is not waited for, and must not throw.</param>
    internal BotSession(WebSocket socket, Func<BotSession, ReadOnlyMemory<byte>, Task> hear, TimeProvider time, ILogger logger)
    {
        (this.socket, this.hear, this.time, this.logger) = (socket, hear, time, logger);
    }

    /// <summary>Completes when the session is over.</summary>
    public Task<SessionEnd> Ended => ended.Task;

    /// <summary>How many of WeCom's frames have been heard to their end.</summary>
    public long FramesDealtWith => Interlocked.Read(ref dealtWith);

    /// <summary>Sends a command with a finished body, and waits for WeCom's answer to it.</summary>
    /// <param name="requestId">That of the frame which is answered; null for a command of our own.</param>
    public async Task<SendResult> SendAsync(
        string command, string? requestId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default) =>
        (await CallAsync(command, requestId, body, cancellationToken)).ToResult();

    public async ValueTask DisposeAsync()
    {
        if (ended.TrySetResult(SessionEnd.Left) && socket.State == WebSocketState.Open)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), time);
            try
            {
                await writing.WaitAsync(patience.Token);
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or InvalidOperationException)
            {
                // Gone already.
            }
        }

        Stop();
        await running;
        socket.Dispose();
    }

    internal void Start() => running = Task.WhenAll(ReceiveAsync(), PingAsync());

    internal async Task<ApiAnswer> CallAsync(
        string command, string? requestId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var id = requestId ?? NewId(command);
        using var turn = await lanes.EnterAsync(id);
        var answer = new TaskCompletionSource<ApiAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = answer;
        try
        {
            return ended.Task.IsCompleted ? new ApiAnswer.Missing(0, FateUnknown: false)
                : await WriteAsync(SocketFrame.Write(command, id, body)) ? await answer.Task.WaitAsync(Patience, time, cancellationToken)
                : new ApiAnswer.Missing(0, FateUnknown: true);
        }
        catch (TimeoutException)
        {
            return new ApiAnswer.Missing(0, FateUnknown: true);
        }
        finally
        {
            waiting.TryRemove(KeyValuePair.Create(id, answer));
        }
    }

    private string NewId(string command) =>
        string.Create(CultureInfo.InvariantCulture, $"{command}-{Guid.NewGuid():N}-{Interlocked.Increment(ref lastId)}");

    private async Task<bool> WriteAsync(byte[] frame)
    {
        try
        {
            await writing.WaitAsync(closing.Token);
            try
            {
                await socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, closing.Token);
                return true;
            }
            finally
            {
                writing.Release();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            End(SessionEnd.Lost);
            return false;
        }
    }

    private async Task ReceiveAsync()
    {
        var frame = new ArrayBufferWriter<byte>(16 * 1024);
        try
        {
            while (await ReadFrameAsync(frame))
            {
                Take(frame.WrittenSpan.ToArray());
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            // The line is gone; what that means stands below.
        }

        End(SessionEnd.Lost);
    }

    private async Task<bool> ReadFrameAsync(ArrayBufferWriter<byte> frame)
    {
        frame.ResetWrittenCount();
        while (frame.WrittenCount <= LargestFrame)
        {
            var read = await socket.ReceiveAsync(frame.GetMemory(4096), closing.Token);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            frame.Advance(read.Count);
            if (read.EndOfMessage)
            {
                return true;
            }
        }

        return false;
    }

    private void Take(byte[] raw)
    {
        switch (SocketFrame.Read(raw))
        {
            case { Command: null, Answer: { } answer } frame:
                if (waiting.TryGetValue(frame.RequestId, out var asked))
                {
                    asked.TrySetResult(answer);
                }

                break;
            case { Command: SocketCommand.Event } when BotMessages.Read(raw) is Incoming.Other { Kind: "disconnected_event" }:
                End(SessionEnd.PushedOut);
                break;
            case { Command: not null }:
                _ = HearAsync(raw);
                break;
            default:
                logger.FrameUnreadable(raw.Length);
                break;
        }
    }

    private async Task HearAsync(byte[] raw)
    {
        await hear(this, raw);
        Interlocked.Increment(ref dealtWith);
    }

    private async Task PingAsync()
    {
        var missed = 0;
        using var timer = new PeriodicTimer(PingEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(closing.Token))
            {
                var answer = await CallAsync(SocketCommand.Ping, null, default, closing.Token);
                missed = answer is ApiAnswer.Read ? 0 : missed + 1;
                if (missed >= MissedPings)
                {
                    logger.PingsUnanswered(missed);
                    End(SessionEnd.Lost);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The session is over.
        }
    }

    private void End(SessionEnd end)
    {
        if (ended.TrySetResult(end))
        {
            Stop();
        }
    }

    private void Stop()
    {
        closing.Cancel();
        foreach (var asked in waiting.Values)
        {
            asked.TrySetResult(new ApiAnswer.Missing(0, FateUnknown: true));
        }
    }
}
