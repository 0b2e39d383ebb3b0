using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

/// <summary>A word that tells of what is nobody else's business.</summary>
internal readonly record struct Confided(Finding Said, Classing Kind)
{
    /// <summary>Somebody is being hurt at home: a private class that is urgent.</summary>
    public bool IsHarm => Kind.Subcategory is { Urgency: Urgency.Urgent };
}
