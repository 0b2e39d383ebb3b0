namespace GridBot.Core.Understanding.Training;

/// <summary>A letter whose class nobody has told.</summary>
/// <param name="Title">The matter in a few words.</param>
/// <param name="Detail">The same at length; may be empty.</param>
public sealed record UnjudgedLetter(string Title, string Detail);
