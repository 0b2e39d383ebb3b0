namespace GridBot.WeCom.Socket;

/// <summary>What we send over the long connection (WeCom doc 101463).</summary>
public static class SocketCommand
{
    /// <summary>The robot's first answer to a message, and each further frame of its stream: within 24 hours, by the message's req_id.</summary>
    public const string Answer = "aibot_respond_msg";

    /// <summary>To somebody who entered the 1:1 chat: within 5 seconds, by the event's req_id.</summary>
    public const string Welcome = "aibot_respond_welcome_msg";

    /// <summary>To a tap, another card in the place of the tapped one: within 5 seconds, by the event's req_id.</summary>
    public const string ChangeCard = "aibot_respond_update_msg";

    /// <summary>A message of the robot's own, in a chat in which somebody has written to it.</summary>
    public const string Send = "aibot_send_msg";

    internal const string Subscribe = "aibot_subscribe";
    internal const string Ping = "ping";
    internal const string Event = "aibot_event_callback";
    internal const string UploadInit = "aibot_upload_media_init";
    internal const string UploadChunk = "aibot_upload_media_chunk";
    internal const string UploadFinish = "aibot_upload_media_finish";
}
