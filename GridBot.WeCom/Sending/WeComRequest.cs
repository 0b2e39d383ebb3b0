namespace GridBot.WeCom.Sending;

/// <summary>
/// One call, composed to the last byte, so that it can be stored before it goes out and go out again unchanged. Holds no
/// key, token or address.
/// </summary>
public sealed record WeComRequest(WeComApi Api, ReadOnlyMemory<byte> Body);
