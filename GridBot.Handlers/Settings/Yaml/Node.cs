namespace GridBot.Handlers.Settings.Yaml;

/// <summary>A piece of a YAML file that remembers its line.</summary>
public abstract record Node(int Line)
{
    /// <param name="Plain">True when it stands there without quotes.</param>
    public sealed record Text(int Line, string Value, bool Plain) : Node(Line)
    {
        public bool IsNull => Plain && Value is "" or "~" or "null";
    }

    public sealed record List(int Line, IReadOnlyList<Node> Items) : Node(Line);

    public sealed record Map(int Line, IReadOnlyList<Entry> Entries) : Node(Line);

    public sealed record Entry(int Line, string Key, Node Value);
}
