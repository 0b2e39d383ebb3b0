using GridBot.Core.Roster;
using GridBot.WeCom.Messages;

namespace GridBot.Handlers.Receiving;

/// <summary>Somebody wrote or tapped: a callback in our own words, after it was verified, opened and read.</summary>
/// <param name="MessageId">Names the message for good; a repeat bears the same one.</param>
/// <param name="UserId">As the callback has it.</param>
/// <param name="ChatId">Null in 1:1.</param>
/// <param name="At">When it reached us, UTC.</param>
/// <param name="ResponseUrl">Where one late answer may go; robot only.</param>
/// <param name="Plaintext">The opened callback, kept sealed for thirty days.</param>
public sealed record Heard(
    Door Door, string MessageId, string UserId, Person? Person, string? ChatId, DateTimeOffset At, string? ResponseUrl, ReadOnlyMemory<byte> Plaintext)
{
    /// <summary>What was written, without the @ of the robot; null for a tap.</summary>
    public string? Text { get; init; }

    public string? Quoted { get; init; }

    /// <summary>The req_id by which it is answered; only what came over the long connection has one.</summary>
    public string? RequestId { get; init; }

    public Tap? Tap { get; init; }

    /// <summary>A picture, video or file came with it or was quoted, of which only the words beside it can be read.</summary>
    public bool HasPicture { get; init; }

    /// <summary>It began with 保密.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>It began with 演练 or 试响, and whoever wrote it may rehearse.</summary>
    public bool IsRehearsal { get; init; }

    public bool InGroup => ChatId is not null;
}

/// <summary>A tap on a card's button.</summary>
/// <param name="ResponseCode">With it this person's 1:1 card can be changed once more; app only.</param>
public sealed record Tap(string TaskId, string Key, string? ResponseCode);
