using GridBot.Sandbox.Api;
using GridBot.Sandbox.Callbacks;
using GridBot.Sandbox.Cards;
using GridBot.Sandbox.Faults;
using GridBot.Sandbox.Phones;
using GridBot.Sandbox.Records;
using GridBot.Sandbox.Sealing;
using GridBot.Sandbox.Town;

namespace GridBot.Sandbox;

/// <summary>What all parts of the sandbox share. Cards and phones change only under the gate.</summary>
internal sealed class SandboxState(SandboxTown town, TimeProvider time, SandboxOptions options)
{
    public Lock Gate { get; } = new();

    public Townsfolk Folk { get; } = new(town);

    public SandboxTown Town => Folk.Town;

    public TimeProvider Time { get; } = time;

    public SandboxOptions Options { get; } = options;

    public Dice Dice { get; } = new(options.Seed);

    public SandboxLog Log { get; } = new(time, options);

    public Findings Findings { get; } = new();

    public PhoneBook Phones { get; } = new(time, options);

    public CardDesk Cards { get; } = new();

    public CardReader CardReader => field ??= new CardReader(Folk, Findings);

    public ResponseCodes Codes { get; } = new(time);

    public FaultBoard Faults { get; } = new();

    public MediaShelf Media { get; } = new(time);

    public OnTheWay OnTheWay { get; } = new();

    public Uri? AppCallback { get; set; }

    public Uri? BotCallback { get; set; }

    public Uri? ApiBase { get; set; }

    /// <summary>A robot has either a callback address or a long connection (doc 101039).</summary>
    public bool BotUsesSocket => BotCallback is null;

    public long Seconds => Time.GetUtcNow().ToUnixTimeSeconds();
}
