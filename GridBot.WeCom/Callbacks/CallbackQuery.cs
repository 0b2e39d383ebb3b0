namespace GridBot.WeCom.Callbacks;

/// <summary>
/// What stands in the address of every callback (WeCom doc 90930), decoded exactly once: a second decoding turns
/// the plus signs of base64 into blanks.
/// </summary>
public readonly record struct CallbackQuery(string? MsgSignature, string? Timestamp, string? Nonce);
