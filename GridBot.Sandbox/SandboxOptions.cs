namespace GridBot.Sandbox;

/// <summary>How strictly and how patiently the sandbox plays WeCom. Waiting for the bot is measured in real time.</summary>
public sealed record SandboxOptions
{
    /// <summary>Random bytes, nonces and message ids come from this seed, so that a run can be repeated.</summary>
    public int Seed { get; init; } = 1;

    public TimeSpan CallbackTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan VerificationTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often an app callback is sent again after a timeout or a status other than 200.</summary>
    public int AppRedeliveries { get; init; } = 2;

    /// <summary>WeCom does not document repeats of robot messages; clicks are never repeated.</summary>
    public int BotRedeliveries { get; init; }

    public TimeSpan RedeliveryPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many log entries are kept.</summary>
    public int KeepEntries { get; init; } = 20_000;

    /// <summary>How many messages one chat on a phone keeps.</summary>
    public int KeepPerChat { get; init; } = 2_000;

    /// <summary>What the members use: mentions in groups that the app made show from 5.0.6 on (doc 90248).</summary>
    public Version ClientVersion { get; init; } = new(5, 0, 6);

    /// <summary>Keeps counts and limits, but no log, phones or cards: for benchmarks.</summary>
    public bool CountsOnly { get; init; }
}
