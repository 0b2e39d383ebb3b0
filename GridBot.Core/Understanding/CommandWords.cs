using System.Text;

namespace GridBot.Core.Understanding;

/// <summary>The words beside a command: "1 已停工" says 已停工, "128 已办结 换了灯泡" says 换了灯泡.</summary>
internal static class CommandWords
{
    /// <param name="dropsCommand">The clause of the command says nothing more (挂账到周五).</param>
    public static string? Beside(Passage passage, PhraseBook book, Intent intent, bool dropsCommand)
    {
        var words = new StringBuilder();
        foreach (var (start, end) in Clauses.Of(passage.Text, Beginning(passage, intent)))
        {
            var clause = WithoutReferences(passage, start, end);
            if (Core(clause) is not { Length: > 0 } core || book.Whole(core) is not null
                || (dropsCommand && passage.Findings.Exists(f => f.Is(intent) && f.Start >= start && f.End <= end)))
            {
                continue;
            }

            var spoken = StripCommand(clause, book);
            if (spoken.Length > 0)
            {
                words.Append(words.Length > 0 ? "，" : "").Append(spoken);
            }
        }

        return words.Length == 0 ? null : words.ToString();
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

    private static string WithoutReferences(Passage passage, int start, int end)
    {
        var clause = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
        {
            var reference = passage.References.Find(r => r.Start <= i && r.End > i);
            if (reference.End > 0)
            {
                i = reference.End - 1;
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

        return clause.ToString().Trim(' ', '#', '、', ':', '：', '【', '】', ',', '，', '号');
    }

    private static string Core(string clause) => string.Concat(clause.Where(c => Normaliser.IsWordly(Normaliser.Normalise(c.ToString())[0])));

    /// <summary>"办结 换了灯泡" and "已办结：换了灯泡" lose their command.</summary>
    private static string StripCommand(string clause, PhraseBook book)
    {
        var cut = clause.IndexOfAny([' ', ':', '：', '-']);
        return cut > 0 && book.Whole(Normaliser.Normalise(clause[..cut])) is not null ? clause[(cut + 1)..].Trim() : clause;
    }
}
