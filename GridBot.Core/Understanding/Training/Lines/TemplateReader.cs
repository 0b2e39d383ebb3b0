using System.Globalization;
using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding.Training.Lines;

/// <summary>What the template files hold; not to be used while there are faults.</summary>
public sealed record TemplateReading(LineTemplates Templates, IReadOnlyList<LineFault> Faults);

/// <summary>
/// Reads template files. A section's head stands in brackets, one entry a line follows; # begins a remark.
/// <c>[slot NAME]</c>, <c>[slot NAME: CATEGORY URGENCY]</c>, <c>[say INTENT: CATEGORY,… URGENCY by ROLE,… times N]</c>, <c>[swap NAME]</c>.
/// What follows the name may be left out.
/// </summary>
public sealed class TemplateReader
{
    private readonly Dictionary<string, List<Filling>> _slots = [];
    private readonly Dictionary<string, List<Swap>> _swaps = [];
    private readonly List<Saying> _sayings = [];
    private readonly List<(string File, int Line, string Gap)> _gaps = [];
    private readonly List<LineFault> _faults = [];

    private TemplateReader()
    {
    }

    /// <param name="files">Name and whole text of each file; they may refer to one another's slots.</param>
    public static TemplateReading Read(IEnumerable<(string File, string Content)> files)
    {
        var reader = new TemplateReader();
        foreach (var (file, content) in files)
        {
            reader.ReadFile(file, content);
        }

        foreach (var (file, line, gap) in reader._gaps)
        {
            if (!reader._slots.ContainsKey(gap))
            {
                reader.Fault(file, line, $"没有名为“{gap}”的 slot。改名，或者另写一节 [slot {gap}]。");
            }
        }

        var templates = new LineTemplates(
            reader._slots.ToDictionary(s => s.Key, s => (IReadOnlyList<Filling>)s.Value),
            reader._sayings,
            reader._swaps.ToDictionary(s => s.Key, s => (IReadOnlyList<Swap>)s.Value));
        return new TemplateReading(templates, reader._faults);
    }

    private void ReadFile(string file, string content)
    {
        Action<string, int>? add = null;
        var rows = content.Split('\n');
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i].TrimEnd('\r');
            if (row.Length == 0 || row[0] == '#')
            {
                continue;
            }

            if (row[0] == '[' && row[^1] == ']' && SectionHead.Parse(row[1..^1]) is { } head)
            {
                add = Open(head, file, i + 1);
            }
            else if (add is null)
            {
                Fault(file, i + 1, "不在任何一节里。先写一行 [slot …]、[say …] 或 [swap …]。");
            }
            else
            {
                add(row, i + 1);
            }
        }
    }

    /// <summary>What becomes of the section's entries; null when its head is faulty.</summary>
    private Action<string, int> Open(SectionHead head, string file, int line)
    {
        head.Check(text => Fault(file, line, text));
        switch (head.Kind)
        {
            case "slot":
                var fillings = List(_slots, head.Name);
                var category = head.Categories.FirstOrDefault("");
                return (row, at) => AddPattern(row, file, at, p => fillings.Add(new Filling(p, category, head.Urgency)));
            case "swap":
                var swaps = List(_swaps, head.Name);
                return (row, at) => AddSwap(row, file, at, swaps);
            default:
                var patterns = new List<Pattern>();
                _sayings.Add(new Saying(head.Name, head.Categories, head.Urgency, head.Roles, head.Times, patterns));
                return (row, at) => AddPattern(row, file, at, patterns.Add);
        }
    }

    private void AddPattern(string row, string file, int line, Action<Pattern> add)
    {
        if (Pattern.Parse(row) is not { } pattern)
        {
            Fault(file, line, "花括号没有配对。请补上 }。");
            return;
        }

        _gaps.AddRange(pattern.Gaps.Select(g => (file, line, g)));
        add(pattern);
    }

    private void AddSwap(string row, string file, int line, List<Swap> swaps)
    {
        var parts = row.Split('=');
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
        {
            Fault(file, line, "应写成 原词=别字|别字。");
            return;
        }

        swaps.Add(new Swap(parts[0], parts[1].Split('|')));
    }

    private void Fault(string file, int line, string text) => _faults.Add(new LineFault(file, line, "", text));

    private static List<T> List<T>(Dictionary<string, List<T>> lists, string name)
    {
        if (!lists.TryGetValue(name, out var list))
        {
            lists[name] = list = [];
        }

        return list;
    }

    /// <summary>A section's head, such as "say report: noise urgent by resident times 3".</summary>
    private sealed record SectionHead(
        string Kind, string Name, IReadOnlyList<string> Categories, string Urgency, IReadOnlyList<string> Roles, int Times, string Rest)
    {
        public static SectionHead? Parse(string text)
        {
            var words = text.Replace(":", " : ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
            if (words.Count < 2 || words[0] is not ("slot" or "say" or "swap"))
            {
                return null;
            }

            var (kind, name) = (words[0], words[1]);
            words.RemoveRange(0, 2);
            var times = int.TryParse(Take(words, "times"), CultureInfo.InvariantCulture, out var n) ? n : 1;
            var roles = Take(words, "by").Split(',', StringSplitOptions.RemoveEmptyEntries);
            var categories = Take(words, ":").Split(',', StringSplitOptions.RemoveEmptyEntries);
            var urgency = words.FirstOrDefault("");
            return new SectionHead(kind, name, categories, urgency, roles, times, string.Join(' ', words.Skip(1)));
        }

        public void Check(Action<string> fault)
        {
            if (Rest.Length > 0)
            {
                fault($"看不懂“{Rest}”。写法：[slot 名: 类别 紧急程度]、[say 意图: 类别 紧急程度 by 角色 times 次数]、[swap 名]。");
            }

            CheckCodes("类别", Categories, LineLabels.Categories, fault);
            CheckCodes("紧急程度", Urgency.Length == 0 ? [] : [Urgency], Codes.Urgencies, fault);
            CheckCodes("角色", Roles, Codes.Roles, fault);
            if (Kind == "say")
            {
                CheckCodes("意图", [Name], Codes.Intents, fault);
            }
        }

        private static void CheckCodes(string what, IReadOnlyList<string> codes, IReadOnlyList<string> allowed, Action<string> fault)
        {
            foreach (var code in codes.Where(c => !allowed.Contains(c)))
            {
                fault($"“{code}”不是可用的{what}。可用：{string.Join(' ', allowed)}。");
            }
        }

        /// <summary>The word after the key, both taken out; empty where the key isn't there.</summary>
        private static string Take(List<string> words, string key)
        {
            var at = words.IndexOf(key);
            if (at < 0 || at + 1 >= words.Count)
            {
                return "";
            }

            var value = words[at + 1];
            words.RemoveRange(at, 2);
            return value;
        }
    }
}
