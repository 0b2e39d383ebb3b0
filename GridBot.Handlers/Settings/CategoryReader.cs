using System.Text.RegularExpressions;
using GridBot.Core.Issues;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>categories.yaml: the classes of problems with their words and limits.</summary>
public static partial class CategoryReader
{
    private static readonly string[] Known =
        ["code", "name", "urgency", "response", "resolution", "clock", "unit", "private", "words", "subs"];

    private static readonly string[] KnownInSub = ["code", "name", "words", "urgency", "private", "area"];

    private static readonly Dictionary<string, bool> WorkingClock = new() { ["calendar"] = false, ["working"] = true };

    /// <param name="week">On the working clock "3d" means three working days, so their length must be known.</param>
    public static Loaded<CategoryTree> Read(SettingsSource source, WorkingWeek week)
    {
        var faults = new FaultList(source.Name);
        var root = Field.Root(source, faults);
        var list = root is { IsMap: true } ? root.Map("categories")?.Required("categories") : root;
        var codes = new Dictionary<string, int>();
        var categories = (list?.Items() ?? []).Select(i => Category(i, codes, week.To - week.From)).OfType<Category>().ToList();
        if (list is { IsList: true } && !codes.ContainsKey(CategoryTree.Other))
        {
            list.Fault($"缺少 code 为 {CategoryTree.Other} 的类别，分不清的事都归它，请补上");
        }

        return faults.Conclude(() => new CategoryTree(categories));
    }

    private static Category? Category(Field field, Dictionary<string, int> codes, TimeSpan workingDay)
    {
        if (field.Map(Known) is not { } fields)
        {
            return null;
        }

        var code = Code(fields.Required("code"), codes);
        var name = fields.Required("name")?.Text();
        var urgency = fields.Optional("urgency")?.OneOf(Spelling.Urgencies) ?? Urgency.Normal;
        var working = fields.Optional("clock")?.OneOf(WorkingClock) ?? false;
        var response = fields.Required("response")?.Duration();
        var resolution = fields.Required("resolution")?.Duration(working ? workingDay : TimeSpan.FromDays(1));
        var unit = fields.Optional("unit")?.Text();
        var isPrivate = fields.Optional("private")?.Flag() ?? false;
        var words = fields.Optional("words")?.Texts() ?? [];
        var subCodes = new Dictionary<string, int>();
        var subs = (fields.Optional("subs")?.Items() ?? []).Select(i => Subcategory(i, subCodes)).OfType<Subcategory>().ToList();
        return code is null || name is null || response is null || resolution is null
            ? null
            : new Category(code, name, words, urgency, response.Value, resolution.Value, working, unit, subs) { IsPrivate = isPrivate };
    }

    private static Subcategory? Subcategory(Field field, Dictionary<string, int> codes)
    {
        if (field.Map(KnownInSub) is not { } fields)
        {
            return null;
        }

        var code = Code(fields.Required("code"), codes);
        var name = fields.Required("name")?.Text();
        var words = fields.Optional("words")?.Texts() ?? [];
        var urgency = fields.Optional("urgency")?.OneOf(Spelling.Urgencies);
        var isPrivate = fields.Optional("private")?.Flag();
        var ofAnArea = fields.Optional("area")?.Flag() ?? false;
        return code is null || name is null ? null : new Subcategory(code, name, words, urgency, ofAnArea) { IsPrivate = isPrivate };
    }

    private static string? Code(Field? field, Dictionary<string, int> codes)
    {
        if (field?.Text() is not { } code)
        {
            return null;
        }

        if (!CodeForm().IsMatch(code))
        {
            field.Fault($"“{code}”不能作代码：请用小写字母、数字、- 和 _，不超过 32 个");
            return null;
        }

        if (!codes.TryAdd(code, field.Line))
        {
            field.Fault($"代码“{code}”和第{codes[code]}行重复，请改一个");
            return null;
        }

        return code;
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_.-]{0,31}\z")]
    private static partial Regex CodeForm();
}
