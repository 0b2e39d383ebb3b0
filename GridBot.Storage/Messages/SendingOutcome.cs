namespace GridBot.Storage.Messages;

/// <summary>What became of a call.</summary>
public abstract record SendingOutcome
{
    /// <summary>WeCom took it.</summary>
    /// <param name="Cards">The interactive cards it carried, with the codes they can be changed by.</param>
    public sealed record Sent(IReadOnlyList<SentCard> Cards) : SendingOutcome
    {
        public Sent()
            : this([])
        {
        }
    }

    /// <summary>It did not arrive: its sayings wait again and are composed anew.</summary>
    public sealed record Later(DateTimeOffset NotBefore, string Reason) : SendingOutcome;

    /// <summary>Nobody knows whether it arrived: the same bytes go once more, see <see cref="Outbox.UnfinishedAsync"/>.</summary>
    public sealed record Unknown(DateTimeOffset RepeatAt, string Reason) : SendingOutcome;

    /// <summary>It will never arrive; WeCom's code is the reason.</summary>
    public sealed record Never(string Reason) : SendingOutcome;

    private SendingOutcome()
    {
    }
}
