using System.Numerics;

namespace GridBot.Core.Understanding.Model;

/// <summary>The columns of one question, and how its scores become probabilities.</summary>
/// <param name="First">The question's first column.</param>
/// <param name="Temperature">Scores are divided by it; found on messages the model had not seen.</param>
/// <param name="Threshold">
/// From this confidence on 95 of 100 answers to unseen messages were right; above 1 when no such point exists. Confidence is an
/// answer's probability; of classes, its share of what it and the next likeliest have.
/// </param>
public sealed record AspectColumns(Aspect Aspect, IReadOnlyList<string> Codes, int First, float Temperature, float Threshold);

/// <summary>
/// What was learned. Read from a file or made by the trainer, never changed: safe to share between threads.
/// </summary>
/// <param name="Keys">Hashes of the pieces of text that count, ascending; row i of <paramref name="Rows"/> belongs to key i.</param>
/// <param name="Rows">A row of <see cref="Stride"/> weights for each key, as multiples of the column's scale.</param>
/// <param name="SignalRows">A row of <see cref="Stride"/> weights for each name in <paramref name="SignalNames"/>.</param>
public sealed record Weights(
    IReadOnlyList<AspectColumns> Aspects, uint[] Keys, sbyte[] Rows, float[] Scales, IReadOnlyList<string> SignalNames, float[] SignalRows, float[] Bias)
{
    /// <summary>Columns of a row, so many that a row fills whole registers. Of 21 categories 74 are used; there is room for 24.</summary>
    public const int Stride = 80;

    public AspectColumns Of(Aspect aspect) => Aspects[(int)aspect];

    /// <summary>A table for finding a key's row: open addressing, two to four slots for a key.</summary>
    internal Slot[] Table()
    {
        var slots = new Slot[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, Keys.Length * 2))];
        for (var i = 0; i < Keys.Length; i++)
        {
            var at = (int)Keys[i] & (slots.Length - 1);
            while (slots[at].Next != 0)
            {
                at = (at + 1) & (slots.Length - 1);
            }

            slots[at] = new Slot(Keys[i], i + 1);
        }

        return slots;
    }

    /// <param name="Next">The row behind the key's own; 0 in an empty slot.</param>
    internal readonly record struct Slot(uint Key, int Next);
}
