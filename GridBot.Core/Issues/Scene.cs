using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>What a decision may look at besides the issue: who answers now, and the rules the issue was opened under.</summary>
public sealed record Scene(RosterBook Roster, EscalationPolicy Policy, CategoryTree Categories, Calendar Calendar)
{
    /// <summary>Set while the bell of the issue's sub-district is held still.</summary>
    public Brake? Brake { get; init; }
}
