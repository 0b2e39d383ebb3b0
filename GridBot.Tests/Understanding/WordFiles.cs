using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using YamlDotNet.RepresentationModel;

namespace GridBot.Tests.Understanding;

/// <summary>Reads config/categories.yaml and config/vocabulary.yaml as they are shipped.</summary>
internal static class WordFiles
{
    public static CategoryTree Categories { get; } = new([.. Items(Load("categories.yaml")).Select(ToCategory)]);

    public static Vocabulary Vocabulary { get; } = ToVocabulary((YamlMappingNode)Load("vocabulary.yaml"));

    private static YamlNode Load(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "config", name)))
        {
            folder = folder.Parent;
        }

        using var reader = File.OpenText(Path.Combine(folder.FullName, "config", name));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents[0].RootNode;
    }

    private static Category ToCategory(YamlNode node) => new(
        Text(node, "code")!, Text(node, "name")!, Words(node), Urgency(node)!.Value, Span(Text(node, "response")!),
        Span(Text(node, "resolution")!), Text(node, "clock") == "working", Text(node, "unit"),
        [.. Items(node["subs"]).Select(s => new Subcategory(Text(s, "code")!, Text(s, "name")!, Words(s), Urgency(s), Text(s, "area") == "true") { IsPrivate = Private(s) })])
    {
        IsPrivate = Private(node) is true,
    };

    private static bool? Private(YamlNode node) => Text(node, "private") is { } said ? said == "true" : null;

    private static Vocabulary ToVocabulary(YamlMappingNode root) => new(
        ((YamlMappingNode)root["groups"]).Children.ToDictionary(g => g.Key.ToString(), g => (IReadOnlyList<string>)[.. ((YamlSequenceNode)g.Value).Select(w => w.ToString())]),
        [.. Items(root["dangers"]).Select(d => new Danger(Text(d, "name")!, Text(d, "category")!, Text(d, "subcategory"), Words(d)))],
        Lists<Mark>(root["marks"]), Lists<Intent>(root["intents"]));

    private static Dictionary<T, IReadOnlyList<string>> Lists<T>(YamlNode node)
        where T : struct, Enum =>
        ((YamlMappingNode)node).Children.ToDictionary(
            c => Enum.Parse<T>(c.Key.ToString().Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
            c => (IReadOnlyList<string>)[.. Items(c.Value).Select(v => v.ToString())]);

    private static IReadOnlyList<string> Words(YamlNode node) => [.. Items(node["words"]).Select(w => w.ToString())];

    private static IEnumerable<YamlNode> Items(YamlNode node) => ((YamlSequenceNode)node).Children;

    private static string? Text(YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out var value) ? value.ToString() : null;

    private static Urgency? Urgency(YamlNode node) =>
        Text(node, "urgency") is { } name ? Enum.Parse<Urgency>(name, ignoreCase: true) : null;

    private static TimeSpan Span(string text)
    {
        var value = int.Parse(text[..^1], System.Globalization.CultureInfo.InvariantCulture);
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(value),
            'm' => TimeSpan.FromMinutes(value),
            'h' => TimeSpan.FromHours(value),
            _ => TimeSpan.FromDays(value),
        };
    }
}
