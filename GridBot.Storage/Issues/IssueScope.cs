namespace GridBot.Storage.Issues;

/// <summary>
/// What a question looks at: a sub-district, or some places of it. The roster alone knows the tree, so a subtree comes as the
/// list of its places; a place that moves moves with all its issues.
/// </summary>
/// <param name="PlaceIds">Null for the whole sub-district.</param>
/// <param name="Viewer">Whose private issues are among the answers; null, as in a group, for none.</param>
public sealed record IssueScope(string SubDistrictId, IReadOnlyCollection<string>? PlaceIds = null, string? Viewer = null)
{
    internal string? Insider => Viewer is null ? null : $",{Viewer.ToLowerInvariant()},";

    /// <summary>",a,b,c," or null. Compared as text, which takes any number of places in one parameter of a plain statement.</summary>
    internal string? Places => PlaceIds is null ? null : $",{string.Join(',', PlaceIds)},";
}
