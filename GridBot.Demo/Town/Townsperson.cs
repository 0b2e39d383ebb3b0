namespace GridBot.Demo.Town;

/// <summary>Somebody of the town with everything the roster writes about them.</summary>
internal sealed record Townsperson(string UserId, string Name, string Call, string Mobile, string Role, TownPlace Place);
