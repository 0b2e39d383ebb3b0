using GridBot.WeCom.Messages;

namespace GridBot.Handlers.Receiving;

/// <summary>Turns what WeCom brings into what somebody said, in our own words.</summary>
internal static class Translator
{
    /// <summary>Null for what nobody said: system events, sounds without words.</summary>
    public static Heard? Translate(Incoming incoming, ReadOnlyMemory<byte> plaintext, string robotName, DateTimeOffset now)
    {
        var heard = new Heard(
            incoming.Door, $"{incoming.Door}:{incoming.Id}", incoming.From, null, incoming.ChatId, now, incoming.ResponseUrl, plaintext)
        {
            RequestId = incoming.RequestId,
        };
        return incoming switch
        {
            Incoming.Text m => heard with { Text = WithoutAt(m.Content, robotName), Quoted = m.Quote?.Text, HasPicture = m.Quote is { Kind: "image" or "mixed" or "video" or "file" } },
            Incoming.Mixed m => heard with { Text = WithoutAt(m.Content, robotName), Quoted = m.Quote?.Text, HasPicture = true },
            Incoming.Image or Incoming.Video or Incoming.File => heard with { Text = "", HasPicture = true },
            Incoming.Voice { Transcript: { Length: > 0 } words } => heard with { Text = words },
            Incoming.Link m => heard with { Text = $"{m.Title} {m.Description}".Trim() },
            Incoming.Location { Label: { Length: > 0 } label } => heard with { Text = label },
            Incoming.Click m => heard with { Tap = new Tap(m.TaskId, m.Key, m.ResponseCode) },
            _ => null,
        };
    }

    /// <summary>Takes out the @ of the robot's own name; other people's @ stays, it may be part of the message.</summary>
    internal static string WithoutAt(string content, string robotName)
    {
        var at = $"@{robotName}";
        return content.Contains(at, StringComparison.Ordinal)
            ? content.Replace(at, " ", StringComparison.Ordinal).Trim(' ', '\u2005', '\u00a0', '\u3000', '\n', '\r', '\t')
            : content.Trim();
    }
}
