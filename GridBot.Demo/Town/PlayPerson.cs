namespace GridBot.Demo.Town;

/// <summary>Somebody of the town as the sandbox plays them.</summary>
/// <param name="Role">As the roster writes it.</param>
/// <param name="Place">The names from the sub-district down, joined by slashes.</param>
public sealed record PlayPerson(string UserId, string Name, string Role, string Place);
