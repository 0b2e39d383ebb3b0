namespace GridBot.WeCom.Sending;

/// <summary>What became of a call to WeCom. A sender needs no more than these three.</summary>
public abstract record SendResult
{
    /// <summary>WeCom took it. That is not yet "delivered": over its limits per member it drops messages in silence.</summary>
    /// <param name="MessageId">For a recall; app messages only.</param>
    /// <param name="ResponseCode">Changes the card once within 72 h; app cards with buttons only. A secret.</param>
    /// <param name="InvalidUsers">Whom it did not go to, compared without regard to case, since WeCom lower-cases them.</param>
    /// <param name="UnlicensedUsers">Who holds no licence for this API, compared likewise.</param>
    public sealed record Sent(
        string? MessageId, string? ResponseCode, IReadOnlySet<string> InvalidUsers, IReadOnlySet<string> UnlicensedUsers)
        : SendResult;

    /// <summary>Not now.</summary>
    /// <param name="After">Wait at least so long.</param>
    /// <param name="Code">WeCom's errcode, or the HTTP status, or 0 if no answer came.</param>
    /// <param name="Class">
    /// Credentials and Access need a person as well; Access (an address not trusted yet) is worth one more try only.
    /// </param>
    /// <param name="FateUnknown">
    /// The call went out and nobody knows whether it arrived. App messages and cards may be repeated byte for byte, since
    /// WeCom knows them again; whatever else is repeated may show twice.
    /// </param>
    public sealed record TryAgain(TimeSpan After, int Code, ErrorClass Class, bool FateUnknown) : SendResult;

    /// <summary>Not so: the same call will fail again.</summary>
    /// <param name="Code">WeCom's errcode, or the HTTP status.</param>
    /// <param name="Class">What to do instead.</param>
    public sealed record Never(int Code, ErrorClass Class) : SendResult;

    private SendResult()
    {
    }

    /// <summary>WeCom's errcode, or the HTTP status; 0 when it took the call, -1 when no answer came.</summary>
    public int CodeOr0() => this switch
    {
        TryAgain { Code: 0 } => -1,
        TryAgain later => later.Code,
        Never never => never.Code,
        _ => 0,
    };
}
