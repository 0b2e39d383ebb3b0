namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>How many trees a forest has, and how many questions one after the other each asks.</summary>
internal sealed record Growth(int Trees, int Depth);
