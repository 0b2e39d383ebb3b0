using GridBot.Core.Roster;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>roster.yaml: places, people, who answers where, groups.</summary>
public static class RosterReader
{
    public static Loaded<RosterBook> Read(SettingsSource source)
    {
        var faults = new FaultList(source.Name);
        if (Field.Root(source, faults)?.Map("places", "people", "groups") is not { } fields)
        {
            return faults.Conclude<RosterBook>(() => throw new InvalidOperationException("A file without a root has a fault."));
        }

        IReadOnlyList<PlaceDraft> drafts = [];
        IReadOnlyDictionary<string, PlaceDraft> places = new Dictionary<string, PlaceDraft>();
        if (fields.Required("places") is { } tree)
        {
            places = PlaceReader.Read(tree, out drafts);
            if (drafts.Count == 0 && faults.IsEmpty)
            {
                tree.Fault("至少要有一个街道");
            }
        }

        var people = fields.Required("people") is { } list ? PeopleReader.Read(list, places) : null;
        var reader = people is null ? null : new DutyReader(people);
        var duties = drafts.SelectMany(d => reader?.Duties(d) ?? []).ToList();
        var offices = drafts.Select(d => reader?.Office(d)).OfType<Office>().ToList();
        var groups = fields.Optional("groups") is { } chats ? GroupReader.Read(chats, places) : [];
        return faults.Conclude(() => new RosterBook([.. drafts.Select(d => d.Place)], [.. people!.Values], duties, groups, offices));
    }
}
