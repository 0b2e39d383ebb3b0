using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding.Training;

/// <summary>Puts the questions' models side by side into one table, with a byte for each weight of a piece of text.</summary>
internal static class Packing
{
    private const int Largest = 127;

    public static Weights Pack(IReadOnlyList<AspectColumns> aspects, IReadOnlyList<LinearModel> models, uint[] keys, IReadOnlyList<string> signals)
    {
        var rows = new sbyte[keys.Length * Weights.Stride];
        var scales = new float[Weights.Stride];
        var signalRows = new float[signals.Count * Weights.Stride];
        var bias = new float[Weights.Stride];
        for (var m = 0; m < models.Count; m++)
        {
            var (model, columns) = (models[m], aspects[m]);
            for (var k = 0; k < columns.Codes.Count; k++)
            {
                var column = columns.First + k;
                scales[column] = Enumerable.Range(0, keys.Length).Select(r => Math.Abs(model.Worth(r, k))).DefaultIfEmpty().Max() / Largest;
                for (var r = 0; r < keys.Length && scales[column] > 0; r++)
                {
                    rows[(r * Weights.Stride) + column] = (sbyte)MathF.Round(model.Worth(r, k) / scales[column]);
                }

                for (var s = 0; s < signals.Count; s++)
                {
                    signalRows[(s * Weights.Stride) + column] = model.Worth(keys.Length + s, k);
                }

                bias[column] = model.Worth(keys.Length + signals.Count, k);
            }
        }

        return new Weights(aspects, keys, rows, scales, signals, signalRows, bias);
    }
}
