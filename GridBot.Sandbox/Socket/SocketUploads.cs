using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridBot.Sandbox.Api;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Socket;

/// <summary>A file in pieces: 512 KB each, 100 at most, within half an hour, whole and unchanged at the end (doc 101463).</summary>
internal sealed class SocketUploads(SandboxState state)
{
    private const int Piece = 512 * 1024;
    private const int MostPieces = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, Upload> uploads = new(StringComparer.Ordinal);
    private readonly SlidingWindow window = new((30, TimeSpan.FromMinutes(1)), (1000, TimeSpan.FromHours(1)));

    public SocketAnswer Begin(JsonElement body)
    {
        var (pieces, size) = (body.Int("total_chunks") ?? 0, body.Int("total_size") ?? 0);
        if (body.String("type") is not ("file" or "image" or "voice" or "video") || string.IsNullOrEmpty(body.String("filename"))
            || pieces is < 1 or > MostPieces || size < 1 || size > pieces * Piece || body.String("md5") is not { } md5)
        {
            return SocketAnswer.Error(40058, "type, filename, total_size, total_chunks (1 to 100) and md5 are needed");
        }

        var now = state.Time.GetUtcNow();
        if (!window.TryPass(now))
        {
            return SocketAnswer.Error(45009, "api freq out of limit");
        }

        var id = "U" + state.Dice.Hex(8);
        uploads[id] = new Upload(now + Longest, new byte[pieces][], size, md5);
        return SocketAnswer.Ok with { Body = new JsonObject { ["upload_id"] = id } };
    }

    public SocketAnswer Take(JsonElement body)
    {
        if (Find(body) is not { } upload)
        {
            return SocketAnswer.Error(40058, "invalid upload_id, or older than 30 minutes");
        }

        if (body.Int("chunk_index") is not { } index || index < 0 || index >= upload.Pieces.Length
            || body.String("base64_data") is not { } data || !TryRead(data, out var piece) || piece.Length is 0 or > Piece)
        {
            return SocketAnswer.Error(40058, "chunk_index counts from 0, and base64_data holds 1 byte to 512 KB");
        }

        upload.Pieces[index] = piece;
        return SocketAnswer.Ok;
    }

    public SocketAnswer Finish(JsonElement body)
    {
        if (Find(body) is not { } upload || upload.Pieces.Any(p => p is null))
        {
            return SocketAnswer.Error(40058, "invalid upload_id, or a piece is missing");
        }

        byte[] file = [.. upload.Pieces.SelectMany(p => p!)];
#pragma warning disable CA5351 // The protocol compares files by MD5.
        var isWhole = file.Length == upload.Size && string.Equals(Convert.ToHexStringLower(MD5.HashData(file)), upload.Md5, StringComparison.OrdinalIgnoreCase);
#pragma warning restore CA5351
        uploads.TryRemove(body.String("upload_id")!, out _);
        return isWhole
            ? SocketAnswer.Ok with { Body = new JsonObject { ["media_id"] = state.Media.Keep(file) } }
            : SocketAnswer.Error(40009, "size or md5 is not what was announced");
    }

    private static bool TryRead(string data, out byte[] piece)
    {
        var buffer = new byte[data.Length];
        var isRead = Convert.TryFromBase64String(data, buffer, out var length);
        piece = buffer[..(isRead ? length : 0)];
        return isRead;
    }

    private Upload? Find(JsonElement body) =>
        body.String("upload_id") is { } id && uploads.TryGetValue(id, out var upload) && upload.Until >= state.Time.GetUtcNow() ? upload : null;

    private sealed record Upload(DateTimeOffset Until, byte[]?[] Pieces, int Size, string Md5);
}
