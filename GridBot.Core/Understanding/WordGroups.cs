namespace GridBot.Core.Understanding;

/// <summary>What the parts of a phrase stand for: "&lt;人&gt;" for every word of that group, "&lt;气&gt;味" for each with 味 behind it.</summary>
internal sealed class WordGroups(IReadOnlyDictionary<string, IReadOnlyList<string>> groups)
{
    /// <summary>A group may name other groups, to this depth.</summary>
    private const int Deepest = 4;

    public IReadOnlyList<string> WordsOf(string part) => [.. Expand(part, 0).Distinct()];

    private IEnumerable<string> Expand(string part, int depth)
    {
        var open = part.IndexOf('<', StringComparison.Ordinal);
        var close = open < 0 ? -1 : part.IndexOf('>', open);
        if (close < 0)
        {
            return [Normaliser.Normalise(part)];
        }

        var (before, name, after) = (part[..open], part[(open + 1)..close], part[(close + 1)..]);
        return depth < Deepest && groups.TryGetValue(name, out var words)
            ? words.SelectMany(w => Expand($"{before}{w}{after}", depth + 1))
            : [];
    }
}
