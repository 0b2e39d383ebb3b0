namespace GridBot.Handlers.Settings;

/// <summary>What became of a settings file: its value, or everything that is wrong with it.</summary>
public abstract record Loaded<T>
{
    public sealed record Good(T Value) : Loaded<T>;

    public sealed record Faulty(IReadOnlyList<Fault> Faults) : Loaded<T>;

    private Loaded()
    {
    }

    public IReadOnlyList<Fault> FaultsOrNone => this is Faulty faulty ? faulty.Faults : [];

    public T? ValueOrDefault => this is Good good ? good.Value : default;
}
