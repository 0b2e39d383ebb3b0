namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>How a forest grows.</summary>
/// <param name="Trees">How many.</param>
/// <param name="Depth">How many questions one after the other each asks.</param>
/// <param name="SignShare">What part of the signs each may ask for, by lot: the strongest sign can't hide the others.</param>
/// <param name="RowShare">What part of the rows each learns from, by lot: no tree knows every single pair.</param>
internal sealed record Growth(int Trees, int Depth, float SignShare, float RowShare);
