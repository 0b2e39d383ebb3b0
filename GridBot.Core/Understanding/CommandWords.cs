using System.Text;

namespace GridBot.Core.Understanding;

/// <summary>The words beside a command: "1 已停工" says 已停工, "128 已办结 换了灯泡" says 换了灯泡.</summary>
internal static class CommandWords
{
    /// <param name="dropsCommand">The clause of the command says nothing more (挂账到周五).</param>
    public static string? Beside(Passage passage, PhraseBook book, Intent intent, bool dropsCommand)
    {
        string? words = null;
        Span<char> core = stackalloc char[passage.Text.Length];
        for (var at = Beginning(passage, intent); Clauses.Next(passage.Text, ref at, out var start);)
        {
            var clause = WithoutReferences(passage, start, at).Trim(" #、:：【】,，号");
            var length = Core(clause, core);
            if (length == 0 || book.Whole(core[..length]) is not null || (dropsCommand && Commands(passage, intent, start, at)))
            {
                continue;
            }

            var spoken = StripCommand(clause, book);
            if (!spoken.IsEmpty)
            {
                words = words is null ? spoken.ToString() : $"{words}，{spoken}";
            }
        }

        return words;
    }

    private static bool Commands(Passage passage, Intent intent, int start, int end)
    {
        foreach (var finding in passage.Findings)
        {
            if (finding.Is(intent) && finding.Start >= start && finding.End <= end)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"1号楼没事，128已停工": what was said before the issue was named is about something else.</summary>
    private static int Beginning(Passage passage, Intent intent)
    {
        if (passage.References.Count == 0)
        {
            return passage.Opening;
        }

        var reference = passage.References[0];
        var clause = Clauses.Around(passage.Text, reference.Start).Start;
        var command = passage.First(intent)?.Start ?? int.MaxValue;
        return command < clause ? passage.Opening : Math.Max(clause, passage.Opening);
    }

    private static ReadOnlySpan<char> WithoutReferences(Passage passage, int start, int end)
    {
        if (EndOfReference(passage, start, end) == 0 && !passage.Text.AsSpan(start, end - start).Contains('@'))
        {
            return passage.Original.AsSpan(start, end - start);
        }

        var clause = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            if (EndOfReference(passage, i, i + 1) is > 0 and var behind)
            {
                i = behind - 1;
            }
            else if (passage.Text[i] == '@')
            {
                i = Passage.EndOfName(passage.Text, i) - 1;
            }
            else
            {
                clause.Append(passage.Original[i]);
            }
        }

        return clause.ToString();
    }

    /// <summary>The end of the first reference that touches a stretch; 0 when none does.</summary>
    private static int EndOfReference(Passage passage, int start, int end)
    {
        foreach (var reference in passage.References)
        {
            if (reference.Start < end && reference.End > start)
            {
                return reference.End;
            }
        }

        return 0;
    }

    /// <summary>Letters, digits and Chinese characters alone, as written.</summary>
    private static int Core(ReadOnlySpan<char> clause, Span<char> core)
    {
        var length = 0;
        foreach (var c in clause)
        {
            if (Normaliser.IsWordly(Normaliser.Normalise(c)))
            {
                core[length++] = c;
            }
        }

        return length;
    }

    /// <summary>"办结 换了灯泡" and "已办结：换了灯泡" lose their command.</summary>
    private static ReadOnlySpan<char> StripCommand(ReadOnlySpan<char> clause, PhraseBook book)
    {
        var cut = clause.IndexOfAny(" :：-");
        return cut > 0 && book.Whole(Normaliser.Normalise(clause[..cut].ToString())) is not null ? clause[(cut + 1)..].Trim() : clause;
    }
}
