using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding.Training.Lines;

/// <summary>What a file of lines holds. Lines with a fault are left out.</summary>
public sealed record LineReading(IReadOnlyList<TrainingLine> Lines, IReadOnlyList<LineFault> Faults);

/// <summary>Reads one file of labelled lines: a header, then seven columns divided by tabs, without quoting.</summary>
public static class LineReader
{
    public const string Header = "text\tintent\tcategory\turgency\temergency\trole\tthread";

    private static readonly string[] Columns = Header.Split('\t');

    /// <param name="file">The name that faults are told with.</param>
    /// <param name="content">The file's whole text.</param>
    public static LineReading Read(string file, string content)
    {
        var lines = new List<TrainingLine>();
        var faults = new List<LineFault>();
        var rows = content.Split('\n');
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i].TrimEnd('\r');
            var before = faults.Count;
            if (i == 0)
            {
                if (row.TrimStart('\ufeff') != Header)
                {
                    faults.Add(new LineFault(file, 1, "", $"第一行应为表头：{Header.Replace("\t", "<TAB>", StringComparison.Ordinal)}。"));
                    break;
                }
            }
            else if (row.Length > 0 && ReadRow(row, (column, text) => faults.Add(new LineFault(file, i + 1, column, text))) is { } line
                && faults.Count == before)
            {
                lines.Add(line);
            }
        }

        return new LineReading(lines, faults);
    }

    private static TrainingLine? ReadRow(string row, Action<string, string> fault)
    {
        var cells = row.Split('\t');
        if (cells.Length != Columns.Length)
        {
            fault("", $"应有 {Columns.Length} 列，这里有 {cells.Length} 列。列之间用一个制表符分开，空列也要留制表符。");
            return null;
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] != cells[i].Trim())
            {
                fault(Columns[i], "前后有空格，请删去。");
            }
        }

        var categories = cells[2].Split(',', StringSplitOptions.RemoveEmptyEntries);
        var line = new TrainingLine(cells[0], cells[1], categories, cells[3], cells[4] == "1", cells[5], cells[6]);
        if (line.Text.Length == 0)
        {
            fault("text", "没有内容。写上这句话，或者删掉这一行。");
        }

        if (cells[4] is not ("0" or "1"))
        {
            fault("emergency", $"“{cells[4]}”应为 0 或 1。");
        }

        CheckLabels(line, fault);
        return line;
    }

    /// <summary>Says what is wrong with a line's labels, each with the column it stands in.</summary>
    internal static void CheckLabels(TrainingLine line, Action<string, string> fault)
    {
        CheckCode("intent", line.Intent, Codes.Intents, fault);
        foreach (var category in line.Categories)
        {
            CheckCode("category", category, LineLabels.Categories, fault);
        }

        if (line.Categories.Distinct().Count() != line.Categories.Count)
        {
            fault("category", "同一类别写了两次，请删去一个。");
        }

        if (line.Urgency.Length > 0)
        {
            CheckCode("urgency", line.Urgency, Codes.Urgencies, fault);
        }

        if (line.Role.Length > 0)
        {
            CheckCode("role", line.Role, Codes.Roles, fault);
        }

        if (Codes.Intents.Contains(line.Intent))
        {
            CheckAgreement(line, fault);
        }
    }

    private static void CheckAgreement(TrainingLine line, Action<string, string> fault)
    {
        if (line.IsIssue && line.Categories.Count == 0)
        {
            fault("category", $"{line.Intent} 必须有类别；都不合适时写 other。");
        }

        if (!LineLabels.BearsCategory(line.Intent) && line.Categories.Count > 0)
        {
            fault("category", $"{line.Intent} 不带类别，这一列应为空。");
        }

        if (line.IsIssue && line.Urgency.Length == 0)
        {
            fault("urgency", $"{line.Intent} 必须写紧急程度：normal、urgent 或 emergency。");
        }

        if (!LineLabels.BearsUrgency(line.Intent) && line.Urgency.Length > 0)
        {
            fault("urgency", $"{line.Intent} 不是问题，这一列应为空。");
        }

        if (line.Emergency != (line.Urgency == LineLabels.Emergency))
        {
            fault("emergency", "urgency 为 emergency 时应为 1，否则应为 0。");
        }
    }

    private static void CheckCode(string column, string code, IReadOnlyList<string> allowed, Action<string, string> fault)
    {
        if (!allowed.Contains(code))
        {
            fault(column, $"“{code}”不是可用的代码。可用：{string.Join(' ', allowed)}。");
        }
    }
}
