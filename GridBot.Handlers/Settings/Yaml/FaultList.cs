namespace GridBot.Handlers.Settings.Yaml;

/// <summary>Gathers the faults of one file, so that an operator hears of all of them at once.</summary>
public sealed class FaultList(string file)
{
    private readonly List<Fault> _faults = [];

    public bool IsEmpty => _faults.Count == 0;

    public void Add(int line, string path, string text) => _faults.Add(new Fault(file, line, path, text));

    /// <summary>The value when nothing was wrong; <paramref name="build"/> isn't asked otherwise.</summary>
    public Loaded<T> Conclude<T>(Func<T> build) => IsEmpty
        ? new Loaded<T>.Good(build())
        : new Loaded<T>.Faulty([.. _faults.Distinct().OrderBy(f => f.Line)]);
}
