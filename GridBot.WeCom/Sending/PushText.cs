namespace GridBot.WeCom.Sending;

/// <summary>A push robot's text, the one message that rings a phone in a group (WeCom doc 99110).</summary>
/// <param name="Content">Cut at 2048 bytes: longer texts are refused.</param>
/// <param name="MentionedUserIds">Userids, or "@all".</param>
/// <param name="MentionedMobiles">Mobile numbers, or "@all".</param>
public sealed record PushText(string Content, IReadOnlyList<string> MentionedUserIds, IReadOnlyList<string> MentionedMobiles)
{
    public PushText(string content, params IReadOnlyList<string> mentionedUserIds)
        : this(content, mentionedUserIds, [])
    {
    }
}
