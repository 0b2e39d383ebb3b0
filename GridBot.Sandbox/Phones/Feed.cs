namespace GridBot.Sandbox.Phones;

/// <summary>The lines of one chat, the latest ones only.</summary>
internal sealed class Feed(int keep)
{
    private readonly List<Line> lines = [];

    /// <summary>When anything in it last changed.</summary>
    public long Version { get; set; }

    public IReadOnlyList<Line> Lines => lines;

    public void Add(Line line)
    {
        line.Feed = this;
        lines.Add(line);
        Version = line.Seq;
        if (lines.Count > keep + (keep / 4))
        {
            lines.RemoveRange(0, lines.Count - keep);
        }
    }
}
