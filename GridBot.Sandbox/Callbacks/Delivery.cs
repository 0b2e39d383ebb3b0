namespace GridBot.Sandbox.Callbacks;

/// <summary>How one POST ended: the status and the sealed body, or no status when nobody answered in time.</summary>
internal readonly record struct Delivery(int? Status, string Body, string Nonce)
{
    public bool Accepted => Status == 200;
}

/// <summary>What a body held: nothing, an opened text, or something that is wrong with it.</summary>
internal readonly record struct Opened(string? Text, string? Problem)
{
    public static readonly Opened Nothing = new(null, null);
}

/// <summary>A packet that is not what it seems, for the fault switches.</summary>
internal enum Forgery
{
    None,
    BadSignature,
    WrongReceiveId,
}
