namespace GridBot.WeCom.Messages;

/// <summary>What every incoming message tells about itself.</summary>
/// <param name="Door">Where it came in.</param>
/// <param name="Id">
/// The same each time WeCom delivers the same thing, and at most 128 characters: MsgId or msgid; for events of the app,
/// which have none, sender, time, event, key and task (WeCom doc 90238). Unique within a door.
/// </param>
/// <param name="From">
/// The sender's userid as received: perhaps an encrypted one ("wo…"), "sys" for what the system does, empty where WeCom
/// names nobody. To be compared without regard to case.
/// </param>
/// <param name="ChatId">The group, to be compared with regard to case; null in a 1:1 chat.</param>
/// <param name="SentAt">WeCom's time, to the second; robots' messages often have none.</param>
/// <param name="ResponseUrl">Answers this message once, within one hour, without a token (WeCom doc 101138). A secret.</param>
/// <param name="RequestId">The req_id of the frame that brought it, by which it is answered; long connection only (WeCom doc 101463).</param>
public sealed record Origin(
    Door Door, string Id, string From, string? ChatId = null, DateTimeOffset? SentAt = null, string? ResponseUrl = null,
    string? RequestId = null)
{
    /// <summary>Without the address that answers: this may end up in a log.</summary>
    public override string ToString() => $"{Door} {Id} from {From} in {ChatId ?? "a 1:1 chat"}";
}
