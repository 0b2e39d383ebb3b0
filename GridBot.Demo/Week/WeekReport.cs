using GridBot.Sandbox.Town;

namespace GridBot.Demo.Week;

/// <summary>Something that somebody will report.</summary>
/// <param name="Chat">The group in which it is said with an @; null for 1:1 to the app.</param>
internal sealed record WeekReport(DateTimeOffset At, TownPerson Reporter, string? Chat, string Words);
