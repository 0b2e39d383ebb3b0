namespace GridBot.Demo.Day;

/// <summary>How what people saw differs from what a story expects.</summary>
internal sealed record Differences(IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected)
{
    public bool Any => Missing.Count + Unexpected.Count > 0;

    public override string ToString() =>
        string.Concat(Missing.Select(m => $"\n  missing:    {m}").Concat(Unexpected.Select(u => $"\n  unexpected: {u}")));
}
