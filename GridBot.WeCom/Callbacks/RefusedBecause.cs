namespace GridBot.WeCom.Callbacks;

/// <summary>Why a callback was not let in. In the order in which a door looks.</summary>
public enum RefusedBecause
{
    /// <summary>The body is not the envelope this door expects, or is too large.</summary>
    EnvelopeUnreadable,

    /// <summary>msg_signature, timestamp or nonce is missing, or somebody without our token signed it.</summary>
    SignatureDoesNotMatch,

    /// <summary>Well signed, but too old or from the future: a replay, or a clock that is wrong.</summary>
    TimestampOutOfWindow,

    /// <summary>Well signed, but our key does not open it.</summary>
    SealBroken,

    /// <summary>Opened, but the receiveid inside is another corp's, or another kind of door's.</summary>
    MeantForAnotherCorp,

    /// <summary>Opened, but what lies inside is no message.</summary>
    ContentUnreadable,
}
