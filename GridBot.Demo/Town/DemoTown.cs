namespace GridBot.Demo.Town;

/// <summary>An invented town: the files that the Host reads like any others, and the people that the sandbox plays.</summary>
public sealed record DemoTown(
    string RosterYaml, string PoliciesYaml, IReadOnlyList<PlayPerson> People, IReadOnlyList<PlayChat> Chats)
{
    /// <summary>A group that is bound nowhere yet, with a push robot whose key nobody has written down: to try binding in.</summary>
    public required PlayChat NewChat { get; init; }
}
