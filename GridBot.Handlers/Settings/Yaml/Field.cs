using System.Globalization;
using GridBot.Core.Issues;

namespace GridBot.Handlers.Settings.Yaml;

/// <summary>A value of a file with its place in it. Reading it wrongly is a fault and gives null, never an exception.</summary>
public sealed class Field(Node node, int line, string path, FaultList faults)
{
    public int Line => line;

    public string Path => path;

    public bool IsMap => node is Node.Map;

    public bool IsList => node is Node.List;

    /// <summary>The root of a file; null when it can't be read at all, with the fault noted.</summary>
    public static Field? Root(SettingsSource source, FaultList faults) =>
        NodeParser.Parse(source.Content, faults) is { } root ? new Field(root, root.Line, "", faults) : null;

    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    public void Fault(string text) => faults.Add(line, path, text);

    public Field Below(Node.Entry entry) => new(entry.Value, entry.Line, Join(path, entry.Key), faults);

    /// <summary>The fields of this entry; every key that isn't among the known ones is a fault.</summary>
    public Fields? Map(params IReadOnlyList<string> known)
    {
        if (node is not Node.Map map)
        {
            Fault(node is Node.Text text && text.Value.Contains('：', StringComparison.Ordinal)
                ? "这里要写“字段: 值”，冒号要用英文的，后面空一格"
                : $"这里要写字段：{string.Join("、", known)}");
            return null;
        }

        foreach (var entry in map.Entries.Where(e => !known.Contains(e.Key)))
        {
            Below(entry).Fault(Unknown("字段", entry.Key, known));
        }

        return new Fields(map, this);
    }

    /// <summary>All entries of a map whose keys are free.</summary>
    public IReadOnlyList<(string Key, Field Value)> Entries()
    {
        if (node is Node.Map map)
        {
            return [.. map.Entries.Select(e => (e.Key, Below(e)))];
        }

        Fault("这里要写“名称: 内容”的列表");
        return [];
    }

    public IReadOnlyList<Field> Items()
    {
        if (node is Node.List list)
        {
            return [.. list.Items.Select((item, i) => new Field(item, item.Line, $"{path}[{i}]", faults))];
        }

        Fault("这里要写列表，如 [甲, 乙]，或每行一个“- ”");
        return [];
    }

    public IReadOnlyList<string> Texts() => [.. Items().Select(i => i.Text()).OfType<string>()];

    public string? Text()
    {
        if (node is Node.Text { IsNull: false } text && text.Value.Trim() is { Length: > 0 } words)
        {
            return words;
        }

        Fault(node is Node.Text ? "不能为空" : "这里只能写一个词，不能是列表或字段");
        return null;
    }

    public bool? Flag() => Text() is { } text
        ? Parsed<bool>(text switch
        {
            "true" or "yes" or "是" => true,
            "false" or "no" or "否" => false,
            _ => null,
        }, $"“{text}”看不懂，请写 true 或 false")
        : null;

    /// <summary>90s, 5m, 2h, 3d; always longer than nothing.</summary>
    public TimeSpan? Duration() => Duration(TimeSpan.FromDays(1));

    /// <param name="day">What one "d" means: a calendar day, or the hours of a working day.</param>
    public TimeSpan? Duration(TimeSpan day)
    {
        if (Text() is not { } text)
        {
            return null;
        }

        if (!int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count > 100_000)
        {
            return Parsed<TimeSpan>(null, $"“{text}”不是时长，请写整数加单位，如 90s、5m、2h、3d");
        }

        TimeSpan? span = text[^1] switch
        {
            's' => TimeSpan.FromSeconds(count),
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' => day * count,
            _ => null,
        };
        return span == TimeSpan.Zero
            ? Parsed<TimeSpan>(null, "时长要大于 0")
            : Parsed(span, $"“{text}”不是时长，请写整数加单位，如 90s、5m、2h、3d");
    }

    /// <summary>A duration, or one in working time: 30wm, 4wh.</summary>
    public Wait? Wait()
    {
        if (node is not Node.Text { IsNull: false } text || text.Value.Trim() is not [.. var count, 'w', 'm' or 'h'] words)
        {
            return Duration() is { } span ? new Wait(span) : null;
        }

        return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 10_000
            ? new Wait(words[^1] == 'h' ? TimeSpan.FromHours(n) : TimeSpan.FromMinutes(n), InWorkingTime: true)
            : Parsed<Wait>(null, $"“{words}”不是工作时长，请写整数加 wh（工作小时）或 wm（工作分钟），如 4wh");
    }

    public TimeOnly? TimeOfDay() => Text() is { } text ? Parsed(ClockTime(text), $"“{text}”不是时刻，请写 HH:mm，如 07:00") : null;

    public T? OneOf<T>(IReadOnlyDictionary<string, T> known)
        where T : struct
    {
        if (Text() is not { } text)
        {
            return null;
        }

        return Parsed(
            known.TryGetValue(text.ToLowerInvariant(), out var value) ? value : (T?)null, Unknown("取值", text, [.. known.Keys]));
    }

    internal static TimeOnly? ClockTime(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>The value, or a fault and null.</summary>
    internal T? Parsed<T>(T? value, string otherwise)
        where T : struct
    {
        if (value is null)
        {
            Fault(otherwise);
        }

        return value;
    }

    private static string Unknown(string what, string written, IReadOnlyList<string> known)
    {
        var hint = Closest.Hint(written, known);
        return hint.Length > 0 ? $"没有“{written}”这个{what}{hint}" : $"没有“{written}”这个{what}，可以写：{string.Join("、", known)}";
    }
}
