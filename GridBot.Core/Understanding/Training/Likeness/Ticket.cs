namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>A message of which one knows what office it went to.</summary>
public sealed record Ticket(string Text, string Office);
