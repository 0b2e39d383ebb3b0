namespace GridBot.Core.Understanding.Likeness;

/// <summary>What is known of texts before any two are compared: how rare their pieces are, and what they are about.</summary>
public sealed record TextSense(PieceRarity Rarity, Topics Topics);
