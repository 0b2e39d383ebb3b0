namespace GridBot.WeCom.Messages;

/// <summary>What was picked from one drop-down of a card.</summary>
public sealed record Selection(string QuestionKey, IReadOnlyList<string> OptionIds);
