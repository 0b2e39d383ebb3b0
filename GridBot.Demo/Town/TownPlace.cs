namespace GridBot.Demo.Town;

/// <summary>A place while the town is being built.</summary>
internal sealed class TownPlace(string id, string name, string kind, TownPlace? above)
{
    public string Id => id;

    public string Name => name;

    public string Kind => kind;

    public string Path => above is null ? name : $"{above.Path}/{name}";

    public List<string> Aliases { get; } = [];

    public List<TownPlace> Children { get; } = [];

    public List<TownDuty> Duty { get; } = [];

    public TownPlace Add(string childId, string childName, string childKind)
    {
        var child = new TownPlace(childId, childName, childKind, this);
        Children.Add(child);
        return child;
    }

    /// <summary>This place and everything below it, of one kind, in order.</summary>
    public IEnumerable<TownPlace> All(string ofKind) =>
        (kind == ofKind ? [this] : Enumerable.Empty<TownPlace>()).Concat(Children.SelectMany(c => c.All(ofKind)));
}

/// <summary>Who answers for a place, and who replaces them.</summary>
internal sealed record TownDuty(Townsperson Person, Townsperson? StandIn);
