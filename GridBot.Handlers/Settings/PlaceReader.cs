using GridBot.Core.Roster;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>
/// Reads the tree of places: nested by <c>children</c>, or, in a long list, tied by <c>parent</c>. Either way it must be a
/// tree in which each kind lies below the right one.
/// </summary>
internal sealed class PlaceReader
{
    private const int DeepestPath = 12;

    private static readonly string[] Known = ["id", "name", "kind", "aliases", "duty", "parent", "children", "office", "ring_up_to"];

    private readonly List<PlaceDraft> _drafts = [];
    private readonly Dictionary<string, PlaceDraft> _byId = [];

    public static IReadOnlyDictionary<string, PlaceDraft> Read(Field places, out IReadOnlyList<PlaceDraft> inOrder)
    {
        var reader = new PlaceReader();
        foreach (var place in places.Items())
        {
            reader.Visit(place, above: null);
        }

        reader.CheckTree();
        inOrder = reader._drafts;
        return reader._byId;
    }

    private void Visit(Field field, string? above)
    {
        if (field.Map(Known) is not { } fields)
        {
            return;
        }

        var id = fields.Required("id")?.Text();
        var name = fields.Required("name")?.Text();
        var kind = fields.Required("kind")?.OneOf(Spelling.Kinds);
        var aliases = fields.Optional("aliases")?.Texts() ?? [];
        var parent = fields.Optional("parent");
        if (parent is not null && above is not null)
        {
            parent.Fault("写在 children 里的地点，上级就是外面那一层，请去掉 parent");
        }

        // A place that lacks something still lets its children be read, so that their faults show as well.
        var draft = new PlaceDraft(
            new Place(id ?? "", name ?? "", kind ?? PlaceKind.Area, above ?? parent?.Text(), aliases)
            {
                RingUpTo = fields.Optional("ring_up_to")?.OneOf(Spelling.Levels),
            },
            name is not null && kind is not null,
            parent ?? field,
            fields.Optional("duty"),
            fields.Optional("office"));
        if (id is not null)
        {
            Add(draft, fields.Required("id")!);
        }

        foreach (var child in fields.Optional("children")?.Items() ?? [])
        {
            Visit(child, id ?? "");
        }
    }

    private void Add(PlaceDraft draft, Field id)
    {
        if (_byId.TryGetValue(draft.Place.Id, out var before))
        {
            id.Fault($"id“{draft.Place.Id}”和第{before.At.Line}行的“{before.Place.Name}”重复，每个地点要有自己的 id");
            return;
        }

        _byId.Add(draft.Place.Id, draft);
        _drafts.Add(draft);
    }

    private void CheckTree()
    {
        foreach (var draft in _drafts.Where(d => d.IsWhole))
        {
            CheckParents(draft);
        }

        foreach (var namesakes in _drafts.Where(d => d.IsWhole).GroupBy(d => (d.Place.ParentId, d.Place.Name)).Where(g => g.Count() > 1))
        {
            var first = namesakes.First();
            foreach (var again in namesakes.Skip(1))
            {
                again.At.Fault($"同一个上级下面，“{again.Place.Name}”和第{first.At.Line}行重名，消息里分不清，请改一个");
            }
        }
    }

    private void CheckParents(PlaceDraft draft)
    {
        var steps = 0;
        Place? nearest = null;
        for (var id = draft.Place.ParentId; id is not null; steps++)
        {
            if (id == draft.Place.Id)
            {
                draft.At.Fault($"“{draft.Place.Name}”的上级绕了一圈又回到自己，请改 parent");
                return;
            }

            if (!_byId.TryGetValue(id, out var above) || steps > _drafts.Count)
            {
                if (steps == 0 && id.Length > 0)
                {
                    draft.At.Fault($"没有“{id}”这个地点，请检查 id{Closest.Hint(id, _byId.Keys)}");
                }

                return;
            }

            if (!above.IsWhole)
            {
                return;
            }

            // An area (片区) groups places without being a rung, so the kinds are compared past it.
            nearest ??= above.Place.Kind == PlaceKind.Area ? null : above.Place;
            id = above.Place.ParentId;
        }

        if (steps >= DeepestPath)
        {
            draft.At.Fault($"嵌套超过 {DeepestPath} 层，请减少片区的层数");
        }

        CheckKind(draft, nearest);
    }

    private static void CheckKind(PlaceDraft draft, Place? above)
    {
        var (fits, rule) = draft.Place.Kind switch
        {
            PlaceKind.SubDistrict => (draft.Place.ParentId is null, "街道（subdistrict）是最上一级，不能放在别的地点下面"),
            PlaceKind.Community => (above?.Kind == PlaceKind.SubDistrict, "社区（community）要放在街道（subdistrict）下面"),
            PlaceKind.Grid => (above?.Kind == PlaceKind.Community, "网格（grid）要放在社区（community）下面"),
            PlaceKind.Building => (above?.Kind == PlaceKind.Grid, "楼栋（building）要放在网格（grid）下面"),
            _ => (above is { Kind: not PlaceKind.Building }, "片区（area）要放在街道、社区或网格下面"),
        };
        if (!fits)
        {
            draft.At.Fault($"“{draft.Place.Name}”放错了地方：{rule}");
        }
    }
}
