namespace GridBot.Handlers.Settings.Yaml;

/// <summary>The named fields of one entry of a file.</summary>
public sealed class Fields(Node.Map map, Field at)
{
    /// <summary>The whole entry, for faults that belong to no single field.</summary>
    public Field At { get; } = at;

    /// <summary>Null when the field is missing or empty.</summary>
    public Field? Optional(string key)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Key == key)
            {
                return entry.Value is Node.Text { IsNull: true } ? null : At.Below(entry);
            }
        }

        return null;
    }

    /// <summary>Null with a fault when the field is missing or empty.</summary>
    public Field? Required(string key)
    {
        var field = Optional(key);
        if (field is null)
        {
            At.Fault($"缺少 {key}，请补上");
        }

        return field;
    }
}
