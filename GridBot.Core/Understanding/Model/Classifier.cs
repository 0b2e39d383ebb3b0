using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GridBot.Core.Issues;

namespace GridBot.Core.Understanding.Model;

/// <summary>Applies learned weights to a message. Takes no memory for a message; safe to share between threads.</summary>
internal sealed class Classifier
{
    /// <summary>So many rows of bytes fit a sum of 16 bits.</summary>
    private const int RowsBeforeOverflow = 250;

    /// <summary>Rows share these marks: only where one is set, the rows before have to be looked through.</summary>
    private const int SeenMarks = 1024;

    private readonly Weights _weights;
    private readonly Signals _signals;
    private readonly Weights.Slot[] _slots;

    public Classifier(Weights weights, PhraseBook book, CategoryTree tree)
    {
        _weights = weights;
        _signals = new Signals(weights.SignalNames, book, tree);
        _slots = weights.Table();
    }

    public AspectColumns Of(Aspect aspect) => _weights.Of(aspect);

    public void Read(in Listened heard, out Opinion opinion)
    {
        Scores(heard, out opinion);
        for (var i = 0; i < _weights.Aspects.Count; i++)
        {
            var columns = _weights.Aspects[i];
            ToProbabilities(((Span<float>)opinion).Slice(columns.First, columns.Codes.Count), columns.Temperature);
        }
    }

    /// <summary>The sums before they become probabilities: what the trainer calls a score.</summary>
    public void Scores(in Listened heard, out Opinion scores)
    {
        Span<int> rows = stackalloc int[Grams.Most];
        var count = Find(heard.Passage.Text.AsSpan(heard.From, heard.To - heard.From), rows);
        Span<int> sums = stackalloc int[Weights.Stride];
        sums.Clear();
        Sum(rows[..count], sums);

        scores = default;
        var result = Registers(scores);
        var added = MemoryMarshal.Cast<int, Vector<int>>(sums);
        var scales = Registers(_weights.Scales);
        var bias = Registers(_weights.Bias);
        var share = new Vector<float>(count == 0 ? 0 : 1 / MathF.Sqrt(count));
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = bias[i] + (Vector.ConvertToSingle(added[i]) * scales[i] * share);
        }

        Span<int> signals = stackalloc int[Signals.Most];
        foreach (var signal in signals[.._signals.Collect(heard, signals)])
        {
            var row = Registers(_weights.SignalRows.AsSpan(signal * Weights.Stride, Weights.Stride));
            for (var i = 0; i < result.Length; i++)
            {
                result[i] += row[i];
            }
        }
    }

    private static Span<Vector<float>> Registers(Span<float> row) => MemoryMarshal.Cast<float, Vector<float>>(row);

    /// <summary>What was looked at, to be learned from later, when the words are gone.</summary>
    public Pieces PiecesOf(in Listened heard)
    {
        var rows = new int[Grams.Most];
        var count = Find(heard.Passage.Text.AsSpan(heard.From, heard.To - heard.From), rows);
        var signals = new int[Signals.Most];
        var found = _signals.Collect(heard, signals);
        return new Pieces(
            Pieces.Current,
            [.. rows.Take(count).Select(r => _weights.Keys[r]).Order()],
            [.. signals.Take(found).Select(s => Pieces.HashOf(_weights.SignalNames[s])).Order()]);
    }

    /// <summary>The rows of the text's pieces, each once.</summary>
    private int Find(ReadOnlySpan<char> text, Span<int> rows)
    {
        Span<uint> hashes = stackalloc uint[Grams.Most];
        Span<bool> seen = stackalloc bool[SeenMarks];
        seen.Clear();
        var (slots, count) = (_slots, 0);
        foreach (var hash in hashes[..Grams.Hash(text, hashes)])
        {
            var at = (int)hash & (slots.Length - 1);
            while (slots[at].Next != 0 && slots[at].Key != hash)
            {
                at = (at + 1) & (slots.Length - 1);
            }

            var row = slots[at].Next - 1;
            if (row >= 0 && !(seen[row % SeenMarks] && rows[..count].Contains(row)))
            {
                seen[row % SeenMarks] = true;
                rows[count++] = row;
            }
        }

        return count;
    }

    private void Sum(ReadOnlySpan<int> rows, Span<int> sums)
    {
        Span<short> part = stackalloc short[Weights.Stride];
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights.Rows);
        for (var start = 0; start < rows.Length; start += RowsBeforeOverflow)
        {
            var (a, b, c, d, e) = (Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero, Vector256<short>.Zero);
            foreach (var row in rows.Slice(start, Math.Min(RowsBeforeOverflow, rows.Length - start)))
            {
                var at = (nuint)row * Weights.Stride;
                var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref weights, at));
                (a, b) = (a + low, b + high);
                (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref weights, at + 32));
                (c, d) = (c + low, d + high);
                var (start16, end16) = Vector128.Widen(Vector128.LoadUnsafe(ref weights, at + 64));
                e += Vector256.Create(start16, end16);
            }

            a.CopyTo(part);
            b.CopyTo(part[16..]);
            c.CopyTo(part[32..]);
            d.CopyTo(part[48..]);
            e.CopyTo(part[64..]);
            for (var i = 0; i < part.Length; i++)
            {
                sums[i] += part[i];
            }
        }
    }

    private static void ToProbabilities(Span<float> scores, float temperature)
    {
        var largest = float.MinValue;
        foreach (var score in scores)
        {
            largest = Math.Max(largest, score);
        }

        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = MathF.Exp((scores[i] - largest) / temperature);
            sum += scores[i];
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] /= sum;
        }
    }
}
