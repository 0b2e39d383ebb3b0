namespace GridBot.Core.Understanding;

/// <summary>The pieces of a text that were recognised, for colouring and for measuring.</summary>
internal static class SpanReader
{
    public static IReadOnlyList<TextSpan> Read(Passage passage)
    {
        if (passage.Numbers.Count + passage.Names.Count + passage.References.Count == 0)
        {
            return [];
        }

        var spans = new List<TextSpan>(passage.Numbers.Count + passage.Names.Count + passage.References.Count);
        foreach (var name in passage.Names)
        {
            Add(passage, name.Start, name.End, name.Places[0].Kind switch
            {
                Roster.PlaceKind.Building => "building",
                Roster.PlaceKind.Grid => "grid",
                _ => "community",
            }, spans);
        }

        foreach (var number in passage.Numbers)
        {
            Add(passage, number.Start, number.End, number.SpanKind, spans);
        }

        foreach (var reference in passage.References)
        {
            Add(passage, reference.Start, reference.End, "reference", spans);
        }

        return spans;
    }

    private static void Add(Passage passage, int start, int end, string kind, List<TextSpan> spans) =>
        spans.Add(new TextSpan(start, end, kind, passage.Text[start..end]));
}
