using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>Counts in how many messages each piece stands.</summary>
public sealed class RarityCounter
{
    private readonly int[] _messagesWithPiece = new int[PieceRarity.Slots];
    private int _messages;

    public void Read(string text)
    {
        var letters = Pieces.Letters(text);
        var seen = new HashSet<uint>();
        for (var i = 0; i < letters.Length; i++)
        {
            for (var length = 1; length <= 3 && i + length <= letters.Length; length++)
            {
                seen.Add(Pieces.At(letters, i, length) & (PieceRarity.Slots - 1));
            }

            if (i + 2 < letters.Length)
            {
                seen.Add(Pieces.Around(letters, i) & (PieceRarity.Slots - 1));
            }
        }

        foreach (var slot in seen)
        {
            _messagesWithPiece[slot]++;
        }

        _messages++;
    }

    public PieceRarity Count() => PieceRarity.From(_messagesWithPiece, _messages);
}
