namespace GridBot.Core.Roster;

/// <summary>One person who answers for a place, and who replaces them, in order, while they are away.</summary>
public sealed record Duty(string PlaceId, string UserId, IReadOnlyList<string> StandIns, bool Away);

/// <summary>The people whom every sub-district must name: nothing may end with nobody.</summary>
/// <param name="FallbackOwner">Receives what the ladder could not place (兜底责任人).</param>
/// <param name="Dispatcher">Decides who gets a returned issue (调度员).</param>
/// <param name="RosterOwner">Hears of gaps in the roster.</param>
/// <param name="Admin">Manages groups and settings.</param>
/// <param name="DutyPhone">The duty room's number, as people dial it.</param>
public sealed record Office(
    string SubDistrictId, string FallbackOwner, string Dispatcher, string RosterOwner, string Admin, string DutyPhone);
