using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Socket;

/// <summary>One connection of a bot: reads frames one after the other, writes them one at a time.</summary>
internal sealed class SocketPeer(WebSocket socket) : IDisposable
{
    private const int LargestFrame = 1024 * 1024;
    private long delivered;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Ended => ended.Task;

    /// <summary>Frames that went out on this connection.</summary>
    public long Delivered => Interlocked.Read(ref delivered);

    public void CountDelivered() => Interlocked.Increment(ref delivered);

    public async Task ReadAsync(Func<JsonElement, Task> take)
    {
        var buffer = new byte[LargestFrame];
        try
        {
            while (await ReadFrameAsync(buffer) is { } length)
            {
                using var frame = JsonDocument.Parse(buffer.AsMemory(0, length));
                await take(frame.RootElement);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or JsonException)
        {
            // The line is gone, or speaks something else.
        }
        finally
        {
            Cut();
        }
    }

    /// <summary>False if the line is gone.</summary>
    public async Task<bool> WriteAsync(JsonObject frame)
    {
        try
        {
            await writing.WaitAsync(closing.Token);
            try
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(SandboxJson.Text(frame)), WebSocketMessageType.Text, endOfMessage: true, closing.Token);
                return true;
            }
            finally
            {
                writing.Release();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Ends it politely: what was written before arrives.</summary>
    public async Task CloseAsync()
    {
        ended.TrySetResult();
        try
        {
            await writing.WaitAsync(closing.Token);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, closing.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Gone already.
        }
    }

    /// <summary>Ends it as a broken cable does.</summary>
    public void Cut()
    {
        ended.TrySetResult();
        if (!closing.IsCancellationRequested)
        {
            closing.Cancel();
            socket.Abort();
        }
    }

    public void Dispose()
    {
        Cut();
        closing.Dispose();
        writing.Dispose();
    }

    private async Task<int?> ReadFrameAsync(byte[] buffer)
    {
        for (var length = 0; length < buffer.Length;)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), closing.Token);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += read.Count;
            if (read.EndOfMessage)
            {
                return length;
            }
        }

        return null;
    }
}
