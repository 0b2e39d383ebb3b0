namespace GridBot.WeCom.Directory;

public enum MemberStatus
{
    Active = 1,
    Disabled = 2,
    NotActivated = 4,
    Left = 5,
}

/// <summary>A member as WeCom shows one to a self-built app; newer apps are told neither mobile nor mail (WeCom doc 90196).</summary>
public sealed record Member(string UserId, string Name, MemberStatus Status);

/// <summary>What WeCom says about somebody.</summary>
public abstract record MemberAnswer
{
    public sealed record Found(Member Member) : MemberAnswer;

    /// <summary>No such userid or number in this corp.</summary>
    public sealed record Nobody(int Code) : MemberAnswer;

    /// <summary>Somebody, but outside the app's visible range.</summary>
    public sealed record OutOfRange(int Code) : MemberAnswer;

    /// <param name="Code">WeCom's errcode, or the HTTP status, or 0 if no answer came.</param>
    public sealed record NoAnswer(int Code) : MemberAnswer;

    private MemberAnswer()
    {
    }
}
