namespace GridBot.WeCom.Messages;

/// <summary>Where the bytes of a picture, voice, video or file are to be had.</summary>
/// <param name="Url">
/// From a robot: ciphertext, to be fetched within 5 minutes (WeCom doc 100719). From the app: a picture's public address.
/// </param>
/// <param name="MediaId">From the app: for media/get, 3 days.</param>
/// <param name="AesKey">Over the long connection each address has its own key; else the callback's key opens it.</param>
/// <param name="Name">A file's name, where WeCom tells it.</param>
public sealed record MediaRef(string? Url = null, string? MediaId = null, string? AesKey = null, string? Name = null);
