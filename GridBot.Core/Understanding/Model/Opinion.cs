using System.Runtime.CompilerServices;

namespace GridBot.Core.Understanding.Model;

/// <summary>What the model thinks of one message: a probability for each answer to each question.</summary>
[InlineArray(Weights.Stride)]
internal struct Opinion
{
    private float _first;

    public readonly float Of(AspectColumns columns, int answer) => this[columns.First + answer];

    public readonly float Of(AspectColumns columns, string code)
    {
        for (var i = 0; i < columns.Codes.Count; i++)
        {
            if (columns.Codes[i] == code)
            {
                return this[columns.First + i];
            }
        }

        return 0;
    }

    public readonly int Likeliest(AspectColumns columns)
    {
        var best = 0;
        for (var i = 1; i < columns.Codes.Count; i++)
        {
            best = this[columns.First + i] > this[columns.First + best] ? i : best;
        }

        return best;
    }
}
