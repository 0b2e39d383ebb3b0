namespace GridBot.WeCom.Messages;

/// <summary>
/// The earlier message that somebody quoted (引用). WeCom tells neither who wrote it, nor when, nor its msgid
/// (WeCom doc 100719).
/// </summary>
/// <param name="Kind">text, image, mixed, voice, file, video, or whatever WeCom adds.</param>
/// <param name="Text">Its words, a voice's transcript included; null if it has none.</param>
/// <param name="Media">Its pictures or file.</param>
public sealed record Quote(string Kind, string? Text, IReadOnlyList<MediaRef> Media);
