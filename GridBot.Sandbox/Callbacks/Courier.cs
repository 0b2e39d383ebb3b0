using GridBot.Sandbox.Faults;

namespace GridBot.Sandbox.Callbacks;

/// <summary>Carries callbacks to a door, again if need be, and brings back the opened reply.</summary>
internal sealed class Courier(SandboxState state)
{
    private readonly HeldBack heldBack = new();

    /// <summary>Delivers and applies; what <paramref name="apply"/> makes of the reply is the answer.</summary>
    public async Task<T?> DeliverAsync<T>(Door door, Letter letter, Func<string, T?> apply)
        where T : class
    {
        var late = letter.OnlyOnce ? null : state.Faults.Take(FaultNames.Late);
        if (late is { DelayMs: null })
        {
            heldBack.Add(() => DeliverNowAsync(door, letter, apply, null));
            return null;
        }

        var answer = await DeliverNowAsync(door, letter, apply, late?.DelayMs);
        await heldBack.ReleaseAsync();
        return answer;
    }

    private async Task<T?> DeliverNowAsync<T>(Door door, Letter letter, Func<string, T?> apply, int? delayMs)
        where T : class
    {
        using (state.OnTheWay.Enter())
        {
            if (delayMs is { } delay)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(delay), TimeProvider.System);
            }

            if (!await door.IsVerifiedAsync())
            {
                state.Findings.NotDelivered();
                return null;
            }

            await TryForgeriesAsync(door, letter);
            var reply = await CarryAsync(door, letter);
            return reply is null ? null : apply(reply);
        }
    }

    private async Task<string?> CarryAsync(Door door, Letter letter)
    {
        if (!letter.OnlyOnce && state.Faults.Take(FaultNames.Duplicate) is not null)
        {
            var replies = await Task.WhenAll(OnceAsync(door, letter), OnceAsync(door, letter));
            var (first, second) = (replies[0].Text, replies[1].Text);
            if (first is not null && second is not null && first != second)
            {
                state.Findings.Violation($"{door.Name}: the same callback, delivered twice, got two different answers");
            }

            return first ?? second;
        }

        for (var left = letter.Redeliveries; ; left--)
        {
            var (accepted, text) = await OnceAsync(door, letter);
            if (accepted)
            {
                return text;
            }

            if (left <= 0)
            {
                state.Findings.NotDelivered();
                return null;
            }

            if (state.Options.RedeliveryPause > TimeSpan.Zero)
            {
                await Task.Delay(state.Options.RedeliveryPause, TimeProvider.System);
            }
        }
    }

    private async Task<(bool Accepted, string? Text)> OnceAsync(Door door, Letter letter)
    {
        var delivery = await door.PostAsync(letter.Text, Forgery.None);
        if (!delivery.Accepted)
        {
            return (false, null);
        }

        var opened = door.Open(delivery.Body, delivery.Nonce);
        if (opened.Problem is { } problem)
        {
            state.Findings.Violation($"{door.Name}: {problem}");
        }

        return (true, opened.Text);
    }

    private async Task TryForgeriesAsync(Door door, Letter letter)
    {
        await ForgeAsync(FaultNames.BadSignature, Forgery.BadSignature);
        await ForgeAsync(FaultNames.WrongReceiveId, Forgery.WrongReceiveId);
        if (state.Faults.Take(FaultNames.UnknownKind) is not null)
        {
            var delivery = await door.PostAsync(letter.OfUnknownKind, Forgery.None);
            var opened = delivery.Accepted ? door.Open(delivery.Body, delivery.Nonce) : Opened.Nothing;
            if (!delivery.Accepted || opened.Problem is not null || opened.Text is not (null or "{}"))
            {
                state.Findings.Violation($"{door.Name}: a callback of an unknown kind must get an empty 200");
            }
        }

        async Task ForgeAsync(string fault, Forgery forgery)
        {
            if (state.Faults.Take(fault) is not null && (await door.PostAsync(letter.Text, forgery)).Accepted)
            {
                state.Findings.Violation($"{door.Name}: a forged callback ({fault}) was accepted");
            }
        }
    }
}

/// <summary>One callback's text; the same text goes out each time, sealed anew. OfUnknownKind: a stranger from the same sender.</summary>
internal sealed record Letter(string Text, string OfUnknownKind, bool OnlyOnce, int Redeliveries);
