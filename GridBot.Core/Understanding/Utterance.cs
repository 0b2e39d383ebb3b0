using GridBot.Core.Roster;

namespace GridBot.Core.Understanding;

/// <summary>What somebody wrote, as it reached the bot.</summary>
/// <param name="Text">Their own words, with the @ of the robot already taken out; may be empty.</param>
/// <param name="Quoted">The message they quoted, if any.</param>
/// <param name="SenderId">User id of the roster.</param>
/// <param name="Sender">Null for somebody the roster doesn't know.</param>
/// <param name="ChatPlaceId">The place the group is bound to; null in 1:1 and in unbound groups.</param>
/// <param name="At">When it was written; decides what counts as night.</param>
public sealed record Utterance(
    string Text, string? Quoted, string SenderId, Person? Sender, string? ChatPlaceId, DateTimeOffset At)
{
    /// <summary>One of <see cref="Model.Codes.Roles"/>, where it is known otherwise than from the roster.</summary>
    public string? Speaker { get; init; }

    /// <summary>The line before it about the same matter, where it isn't quoted.</summary>
    public string? Before { get; init; }
}
