namespace GridBot.WeCom.Sending;

/// <summary>Whether there is an access token to call with.</summary>
public abstract record TokenOutcome
{
    /// <param name="Token">A secret.</param>
    public sealed record Granted(string Token) : TokenOutcome
    {
        /// <summary>Without the token: this may end up in a log.</summary>
        public override string ToString() => nameof(Granted);
    }

    /// <param name="Why">When it makes sense to ask again; nothing was sent.</param>
    public sealed record Refused(SendResult.TryAgain Why) : TokenOutcome;

    private TokenOutcome()
    {
    }
}
