namespace GridBot.Core.Understanding.Training.Lines;

/// <summary>A text with gaps.</summary>
public sealed record Pattern(IReadOnlyList<Piece> Pieces)
{
    /// <summary>Divides the line before it in the thread from the line itself.</summary>
    public const string ThreadMark = " >> ";

    /// <summary>The names of the slots that fill the gaps.</summary>
    public IEnumerable<string> Gaps => Pieces.SelectMany(p => p switch
    {
        Piece.Gap gap => [gap.Name],
        Piece.OneOf one => one.Patterns.SelectMany(o => o.Gaps),
        _ => Enumerable.Empty<string>(),
    });

    /// <summary>
    /// Reads <c>{name}</c> (a filling), <c>{=name}</c> (a filling of the category that the line has already), <c>{name?}</c> (a
    /// filling, half of the time), <c>{one|other|}</c> (one of these, which may have gaps of their own, or nothing) and
    /// <c>{1..30}</c> (a number); null when a brace has no partner.
    /// </summary>
    public static Pattern? Parse(string text)
    {
        var pieces = new List<Piece>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '}')
            {
                return null;
            }

            var end = text[at] == '{' ? PartnerOf(text, at) : EndOfWords(text, at);
            var piece = end < 0 ? null : text[at] == '{' ? ToPiece(text[(at + 1)..end]) : new Piece.Words(text[at..end]);
            if (piece is null)
            {
                return null;
            }

            pieces.Add(piece);
            at = text[at] == '{' ? end + 1 : end;
        }

        return new Pattern(pieces);
    }

    private static int EndOfWords(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny('{', '}');
        return end < 0 ? text.Length : at + end;
    }

    /// <summary>Where the brace that opens here closes; -1 when it doesn't.</summary>
    private static int PartnerOf(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static Piece? ToPiece(string gap)
    {
        var choices = Choices(gap);
        if (choices.Count > 1)
        {
            var patterns = choices.ConvertAll(Parse);
            return patterns.Contains(null) ? null : new Piece.OneOf([.. patterns.OfType<Pattern>()]);
        }

        var dots = gap.IndexOf("..", StringComparison.Ordinal);
        return dots > 0 && int.TryParse(gap[..dots], out var from) && int.TryParse(gap[(dots + 2)..], out var to) && from <= to
            ? new Piece.Number(from, to)
            : new Piece.Gap(gap.TrimStart('=').TrimEnd('?'), gap.EndsWith('?'), gap.StartsWith('='));
    }

    /// <summary>What the bars divide, those inside inner braces left alone.</summary>
    private static List<string> Choices(string gap)
    {
        var choices = new List<string>();
        var (depth, from) = (0, 0);
        for (var i = 0; i < gap.Length; i++)
        {
            depth += gap[i] == '{' ? 1 : gap[i] == '}' ? -1 : 0;
            if (depth == 0 && gap[i] == '|')
            {
                choices.Add(gap[from..i]);
                from = i + 1;
            }
        }

        choices.Add(gap[from..]);
        return choices;
    }
}

/// <summary>A part of a pattern.</summary>
public abstract record Piece
{
    public sealed record Words(string Text) : Piece;

    /// <param name="Name">The slot that fills it.</param>
    /// <param name="Optional">Left empty half of the time.</param>
    /// <param name="SameCategory">Filled with something of the category that the line has already.</param>
    public sealed record Gap(string Name, bool Optional, bool SameCategory) : Piece;

    public sealed record OneOf(IReadOnlyList<Pattern> Patterns) : Piece;

    /// <summary>Both ends included.</summary>
    public sealed record Number(int From, int To) : Piece;

    private Piece()
    {
    }
}
