using GridBot.Sandbox.Callbacks;
using GridBot.Sandbox.Phones;

namespace GridBot.Sandbox.People;

/// <summary>Asks an unfinished stream for its next frame every second, for at most six minutes of the sandbox's clock (doc 100719).</summary>
internal sealed class StreamAsker(SandboxState state, Courier courier, BotDoor botDoor, CancellationToken closing)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    public void Ask(BotTrigger trigger, string streamId, Line? line, BotLetters letters, BotReplies replies) =>
        _ = AskAsync(trigger, streamId, line, letters, replies);

    private async Task AskAsync(BotTrigger trigger, string streamId, Line? line, BotLetters letters, BotReplies replies)
    {
        var until = state.Time.GetUtcNow() + Longest;
        var open = true;
        try
        {
            using var everySecond = new PeriodicTimer(TimeSpan.FromSeconds(1), state.Time);
            while (open && state.Time.GetUtcNow() < until && await everySecond.WaitForNextTickAsync(closing))
            {
                var result = await courier.DeliverAsync(
                    botDoor, letters.Refresh(trigger, streamId), reply => replies.Refresh(trigger, reply, streamId, line));
                open = result?.OpenStream is not null;
            }

            if (open)
            {
                state.Findings.Violation($"bot: stream {streamId} was not finished within six minutes");
            }
        }
        catch (OperationCanceledException)
        {
            // The sandbox closes.
        }
    }
}
