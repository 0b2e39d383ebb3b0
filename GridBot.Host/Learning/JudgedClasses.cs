namespace GridBot.Host.Learning;

/// <summary>
/// The class that one of us, reading, found for a public message which has none in its file: a name and a code a line, no
/// word of the message itself.
/// </summary>
internal sealed class JudgedClasses
{
    private const string Header = "id\tcategory";

    private readonly Dictionary<string, string> _classes = [];

    /// <exception cref="LabelledFileException">A line is no name and code; the message says which and what is allowed.</exception>
    public static JudgedClasses Read(string folder, IReadOnlyList<string> categories)
    {
        LabelledFileException.ThrowIfNoFolder(folder);
        var judged = new JudgedClasses();
        foreach (var file in Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            if (lines is not [Header, ..])
            {
                throw new LabelledFileException($"{file}：第一行应是 id<TAB>category。");
            }

            for (var i = 1; i < lines.Length; i++)
            {
                if (lines[i].Split('\t') is not [{ Length: > 0 } id, var category] || !categories.Contains(category))
                {
                    throw new LabelledFileException($"{file}：第 {i + 1} 行应是编号和类别，中间一个制表符；类别可用：{string.Join(' ', categories)}。");
                }

                judged._classes[id] = category;
            }
        }

        return judged;
    }

    /// <summary>Null where nobody has read the message.</summary>
    public string? Of(string id) => _classes.GetValueOrDefault(id);
}
