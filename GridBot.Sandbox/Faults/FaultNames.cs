namespace GridBot.Sandbox.Faults;

/// <summary>What can be made to go wrong.</summary>
public static class FaultNames
{
    /// <summary>The callback is delivered twice at once (never a click on a robot card).</summary>
    public const string Duplicate = "callback/duplicate";

    /// <summary>With delayMs: that much later. Without: after the callback that follows it (wrong order).</summary>
    public const string Late = "callback/late";

    /// <summary>A forged copy with a bad signature comes before the true callback.</summary>
    public const string BadSignature = "callback/bad-signature";

    /// <summary>A copy sealed for somebody else comes before the true callback.</summary>
    public const string WrongReceiveId = "callback/wrong-receiveid";

    /// <summary>A callback of a kind nobody has heard of comes before the true one.</summary>
    public const string UnknownKind = "callback/unknown-kind";

    /// <summary>The person taps, and the click never reaches the bot.</summary>
    public const string LoseClick = "click/lose";

    /// <summary>Robot callbacks carry encrypted user ids.</summary>
    public const string EncryptUserId = "userid/encrypt";

    /// <summary>Every call by access token comes from an address that is not trusted (60020), until taken back.</summary>
    public const string UntrustedAddress = "address/untrusted";

    /// <summary>Every access token ends now.</summary>
    public const string ExpireToken = "token/expire";

    /// <summary>The robot's long connection breaks now, without a word.</summary>
    public const string DropSocket = "socket/drop";

    /// <summary>A stranger subscribes for the robot now, and pushes the bot out.</summary>
    public const string PushOut = "socket/push-out";

    public static IReadOnlyList<string> Apis { get; } =
    [
        "gettoken", "message/send", "message/update_template_card", "webhook/send", "aibot/response", "user/get",
        "user/getuserid", "user/list_id", "batch/openuserid_to_userid", "appchat/create", "appchat/update", "appchat/get", "appchat/send",
        "getcallbackip", "get_api_domain_ip", "media/get",
        "aibot_subscribe", "ping", "aibot_respond_msg", "aibot_respond_welcome_msg", "aibot_respond_update_msg", "aibot_send_msg",
        "aibot_upload_media_init", "aibot_upload_media_chunk", "aibot_upload_media_finish",
    ];

    public static IReadOnlyList<string> Callbacks { get; } =
        [Duplicate, Late, BadSignature, WrongReceiveId, UnknownKind, LoseClick, EncryptUserId, UntrustedAddress, ExpireToken, DropSocket, PushOut];
}
