namespace GridBot.WeCom.Callbacks;

/// <summary>An encrypted message (base64) and the signature over it, both as they go into an envelope.</summary>
public readonly record struct SealedMessage(string Encrypt, string Signature);
