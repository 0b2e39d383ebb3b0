namespace GridBot.Core.Understanding;

internal enum MentionKind
{
    Building,

    /// <summary>"3号" or "3-2-301": a building only if the roster has it and nothing else claims the number.</summary>
    PerhapsBuilding,
    Unit,
    Floor,
    Room,
    Grid,
}

/// <summary>A numbered place as the text writes it, at [Start, End).</summary>
/// <param name="Key">The number in one way of writing: "3", "b3", "a".</param>
internal readonly record struct PlaceMention(int Start, int End, MentionKind Kind, string Key)
{
    public string SpanKind => Kind switch
    {
        MentionKind.Unit => "unit",
        MentionKind.Floor => "floor",
        MentionKind.Room => "room",
        MentionKind.Grid => "grid",
        _ => "building",
    };
}
