namespace GridBot.Demo.Town;

/// <summary>A group of the town as the sandbox plays it.</summary>
/// <param name="PlaceId">The place of the roster it is bound to; push keys are kept by it.</param>
/// <param name="Place">The names from the sub-district down, joined by slashes.</param>
public sealed record PlayChat(
    string ChatId, string Name, string PlaceId, string Place, IReadOnlyList<string> Members, string PushKey);
