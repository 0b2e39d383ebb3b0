using GridBot.Core.Wording;

namespace GridBot.Handlers.Issues;

/// <summary>What is decided about one message: the answer, and every issue it changes. Nothing has happened yet.</summary>
public sealed record Verdict(Answer Answer, IReadOnlyList<Step> Steps);
