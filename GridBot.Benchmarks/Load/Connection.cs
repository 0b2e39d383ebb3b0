using System.Net.Sockets;

namespace GridBot.Benchmarks.Load;

/// <summary>One kept-alive connection that asks and waits; does little enough to leave the machine to the service.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[32 * 1024];

    public async Task OpenAsync(Uri address) => await _socket.ConnectAsync(address.Host, address.Port);

    /// <summary>The body of a 200; fails on anything else, since then the figure would mean nothing.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> AskAsync(byte[] request)
    {
        await _socket.SendAsync(request);
        var (read, head, whole) = (0, -1, int.MaxValue);
        while (read < whole)
        {
            var got = await _socket.ReceiveAsync(_buffer.AsMemory(read));
            read += got > 0 ? got : throw new InvalidOperationException("The service closed the connection.");
            if (head < 0 && (head = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) >= 0)
            {
                whole = head + 4 + LengthIn(_buffer.AsSpan(0, head));
            }
        }

        return _buffer.AsMemory(head + 4, whole - head - 4);
    }

    public void Dispose() => _socket.Dispose();

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1.1 200 "u8))
        {
            throw new InvalidOperationException($"Not a 200: {System.Text.Encoding.ASCII.GetString(head)}");
        }

        var at = head.IndexOf("Content-Length: "u8) + 16;
        return at < 16 || !System.Buffers.Text.Utf8Parser.TryParse(head[at..], out int length, out _)
            ? throw new InvalidOperationException("An answer without a length.")
            : length;
    }
}
