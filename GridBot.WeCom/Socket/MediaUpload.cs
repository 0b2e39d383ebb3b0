using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using GridBot.WeCom.Messages;
using GridBot.WeCom.Sending;

namespace GridBot.WeCom.Socket;

/// <summary>
/// Brings a file to WeCom over the long connection, in pieces (WeCom doc 101463): 512 KB each, 100 at most, within half an
/// hour. What comes back is good for three days.
/// </summary>
public static class MediaUpload
{
    /// <summary>Bytes of one piece.</summary>
    public const int Piece = 512 * 1024;

    public const int MostPieces = 100;

    /// <param name="kind">file, image, voice or video.</param>
    /// <returns>The media_id, or what stood in its way.</returns>
    /// <exception cref="ArgumentException">The file is empty, or larger than 50 MB.</exception>
    public static async Task<(string? MediaId, SendResult Result)> UploadAsync(
        this BotSession session, string kind, string fileName, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        var pieces = (file.Length + Piece - 1) / Piece;
        if (pieces is 0 or > MostPieces)
        {
            throw new ArgumentException($"A file has 1 to {Piece * MostPieces} bytes, this one {file.Length}.", nameof(file));
        }

        var begun = await session.CallAsync(SocketCommand.UploadInit, null, Announce(kind, fileName, file.Span, pieces), cancellationToken);
        if (TextOf(begun, "upload_id") is not { } upload)
        {
            return (null, begun.ToResult());
        }

        for (var i = 0; i < pieces; i++)
        {
            var piece = file[(i * Piece)..Math.Min(file.Length, (i + 1) * Piece)];
            var taken = await session.SendAsync(SocketCommand.UploadChunk, null, Chunk(upload, i, piece), cancellationToken);
            if (taken is not SendResult.Sent)
            {
                return (null, taken);
            }
        }

        var finished = await session.CallAsync(
            SocketCommand.UploadFinish, null, RawJson.Write(json => json.WriteString("upload_id", upload)), cancellationToken);
        return (TextOf(finished, "media_id"), finished.ToResult());
    }

    private static byte[] Announce(string kind, string fileName, ReadOnlySpan<byte> file, int pieces)
    {
        var size = file.Length;
#pragma warning disable CA5351 // WeCom compares files by MD5.
        var md5 = Convert.ToHexStringLower(MD5.HashData(file));
#pragma warning restore CA5351
        return RawJson.Write(json =>
        {
            json.WriteString("type", kind);
            json.WriteString("filename", fileName);
            json.WriteNumber("total_size", size);
            json.WriteNumber("total_chunks", pieces);
            json.WriteString("md5", md5);
        });
    }

    private static byte[] Chunk(string upload, int index, ReadOnlyMemory<byte> piece) => RawJson.Write(json =>
    {
        json.WriteString("upload_id", upload);
        json.WriteNumber("chunk_index", index);
        json.WriteBase64String("base64_data", piece.Span);
    });

    private static string? TextOf(ApiAnswer answer, string name) =>
        answer is ApiAnswer.Read { Code: 0 } read && read.Fields.TryGetProperty(name, out var text)
            ? text.ValueKind == JsonValueKind.Number ? text.GetInt64().ToString(CultureInfo.InvariantCulture) : text.GetString()
            : null;
}
