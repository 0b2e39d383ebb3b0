using System.Numerics;

namespace GridBot.Core.Understanding.Training;

/// <summary>
/// Multinomial logistic regression by stochastic gradients with a step width of its own for each weight (AdaGrad).
/// One thread and a fixed order: the same examples and seed give the same weights to the last bit.
/// </summary>
internal sealed class Softmax
{
    private readonly int _answers;
    private readonly int _width;
    private readonly int _grams;
    private readonly float[] _gramValues;
    private readonly int _signals;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly int[] _keptGrams;
    private readonly int[] _keptSignals;
    private readonly float[] _scores;
    private readonly float[] _wanted;
    private readonly LearningRates _rates;

    public Softmax(int answers, float[] gramValues, int signals, LearningRates rates)
    {
        (_answers, _grams, _gramValues, _signals, _rates) = (answers, gramValues.Length, gramValues, signals, rates);
        _width = (answers + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        _weights = new float[(_grams + signals + 1) * _width];
        _squares = new float[_weights.Length];
        (_scores, _wanted) = (new float[_width], new float[_width]);
        (_keptGrams, _keptSignals) = (new int[_grams], new int[signals]);
    }

    /// <summary>What a piece of text, a signal or (behind both) the bias adds to an answer's score where it is there.</summary>
    public float Worth(int row, int answer) =>
        _weights[(row * _width) + answer] * (row < _grams ? _gramValues[row] : row < _grams + _signals ? _rates.SignalValue : 1);

    public void Learn(IReadOnlyList<FeatureRow> rows, IReadOnlyList<Example.Answer> answers, int seed)
    {
        var order = Enumerable.Range(0, rows.Count).Where(i => answers[i].Right != 0 && answers[i].Weight > 0).ToArray();
        var dice = new Dice(seed);
        var settled = (int)(_rates.Rounds * _rates.Settled);
        var sums = settled < _rates.Rounds ? new float[_weights.Length] : [];
        for (var round = 0; round < _rates.Rounds; round++)
        {
            dice.Shuffle(order);
            var step = _rates.Step * (1 - (_rates.Cooling * round / _rates.Rounds));
            foreach (var i in order)
            {
                var grams = Keep(rows[i].Grams, _rates.Forget, dice, _keptGrams);
                var signals = Keep(rows[i].Signals, _rates.ForgetSignals, dice, _keptSignals);
                var share = grams.IsEmpty ? 0 : 1 / MathF.Sqrt(grams.Length);
                Score(grams, signals, share);
                ToProbabilities(_scores);
                Blame(answers[i]);
                Move(grams, signals, share, step);
            }

            if (round >= settled)
            {
                Add(sums);
            }
        }

        for (var i = 0; i < sums.Length; i++)
        {
            _weights[i] = sums[i] / (_rates.Rounds - settled);
        }
    }

    private void Add(float[] sums)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += _weights[i];
        }
    }

    private void Score(ReadOnlySpan<int> grams, ReadOnlySpan<int> signals, float share)
    {
        _weights.AsSpan((_grams + _signals) * _width, _width).CopyTo(_scores);
        foreach (var gram in grams)
        {
            Add(gram, share * _gramValues[gram], _scores);
        }

        foreach (var signal in signals)
        {
            Add(_grams + signal, _rates.SignalValue, _scores);
        }
    }

    /// <summary>Leaves out pieces or signals at random: no few of them may carry an answer alone.</summary>
    private static ReadOnlySpan<int> Keep(int[] features, float forget, Dice dice, int[] into)
    {
        if (forget <= 0)
        {
            return features;
        }

        var (kept, share) = (0, (int)((1 - forget) * 1000));
        foreach (var feature in features)
        {
            into[kept] = feature;
            kept += dice.Below(1000) < share ? 1 : 0;
        }

        return into.AsSpan(0, kept);
    }

    private void ToProbabilities(Span<float> scores)
    {
        var largest = float.MinValue;
        for (var k = 0; k < _answers; k++)
        {
            largest = Math.Max(largest, scores[k]);
        }

        var sum = 0f;
        for (var k = 0; k < _answers; k++)
        {
            scores[k] = Exponential.Of(scores[k] - largest);
            sum += scores[k];
        }

        for (var k = 0; k < _width; k++)
        {
            scores[k] = k < _answers ? scores[k] / sum : 0;
        }
    }

    private void Add(int row, float value, Span<float> into)
    {
        for (var k = 0; k < _width; k += Vector<float>.Count)
        {
            var sum = new Vector<float>(into[k..]) + (new Vector<float>(_weights, (row * _width) + k) * value);
            sum.CopyTo(into[k..]);
        }
    }

    /// <summary>Turns probabilities into how wrong each is. Where several answers are right, they share what they have.</summary>
    private void Blame(Example.Answer answer)
    {
        var right = 0f;
        for (var k = 0; k < _answers; k++)
        {
            right += (answer.Right >> k & 1) != 0 ? _scores[k] : 0;
        }

        for (var k = 0; k < _answers; k++)
        {
            _wanted[k] = (answer.Right >> k & 1) != 0 ? _scores[k] / Math.Max(right, 1e-12f) : 0;
            _scores[k] = (_scores[k] - _wanted[k]) * answer.Weight;
        }
    }

    private void Move(ReadOnlySpan<int> grams, ReadOnlySpan<int> signals, float share, float step)
    {
        foreach (var gram in grams)
        {
            Move(gram, share * _gramValues[gram], step, _rates.Decay);
        }

        foreach (var signal in signals)
        {
            Move(_grams + signal, _rates.SignalValue, step, _rates.Decay);
        }

        Move(_grams + _signals, 1, step, 0);
    }

    private void Move(int row, float value, float step, float decay)
    {
        for (var k = 0; k < _width; k += Vector<float>.Count)
        {
            var at = (row * _width) + k;
            var weight = new Vector<float>(_weights, at);
            var slope = (new Vector<float>(_scores, k) * value) + (weight * decay);
            var squares = new Vector<float>(_squares, at) + (slope * slope);
            squares.CopyTo(_squares, at);
            (weight - (slope * step / (Vector.SquareRoot(squares) + new Vector<float>(1e-6f)))).CopyTo(_weights, at);
        }
    }
}
