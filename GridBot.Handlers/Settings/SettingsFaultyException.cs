namespace GridBot.Handlers.Settings;

/// <summary>No settings can be put in force: the service must not start, and the operator must read why.</summary>
public sealed class SettingsFaultyException(IReadOnlyList<Fault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
