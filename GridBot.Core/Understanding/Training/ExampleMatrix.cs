namespace GridBot.Core.Understanding.Training;

/// <summary>All examples as rows of numbers, one behind the other: which features each has, and what each of them counts.</summary>
internal sealed class ExampleMatrix
{
    private readonly int[] _starts;
    private readonly int[] _features;
    private readonly float[] _values;

    /// <param name="gramValues">What each piece of text counts; the signals' features follow the pieces'.</param>
    public ExampleMatrix(IReadOnlyList<FeatureRow> rows, float[] gramValues, int signals, float signalValue)
    {
        Features = gramValues.Length + signals;
        _starts = new int[rows.Count + 1];
        for (var i = 0; i < rows.Count; i++)
        {
            _starts[i + 1] = _starts[i] + rows[i].Grams.Length + rows[i].Signals.Length;
        }

        (_features, _values) = (new int[_starts[^1]], new float[_starts[^1]]);
        for (var i = 0; i < rows.Count; i++)
        {
            var (at, share) = (_starts[i], rows[i].Share);
            foreach (var gram in rows[i].Grams)
            {
                (_features[at], _values[at++]) = (gram, share * gramValues[gram]);
            }

            foreach (var signal in rows[i].Signals)
            {
                (_features[at], _values[at++]) = (gramValues.Length + signal, signalValue);
            }
        }
    }

    public int Features { get; }

    /// <summary>The square of the row's length, each feature stretched by its <paramref name="emphasis"/>.</summary>
    public double Square(int row, float[] emphasis)
    {
        var sum = 0.0;
        for (var at = _starts[row]; at < _starts[row + 1]; at++)
        {
            var value = _values[at] * emphasis[_features[at]];
            sum += value * value;
        }

        return sum;
    }

    public double Times(int row, float[] weights)
    {
        var sum = 0.0;
        for (var at = _starts[row]; at < _starts[row + 1]; at++)
        {
            sum += weights[_features[at]] * _values[at];
        }

        return sum;
    }

    /// <summary>Moves the weights towards the row, or away from it: those of a feature with much emphasis farther.</summary>
    public void AddTo(float[] weights, int row, float times, float[] emphasis)
    {
        for (var at = _starts[row]; at < _starts[row + 1]; at++)
        {
            var feature = _features[at];
            weights[feature] += _values[at] * times * emphasis[feature] * emphasis[feature];
        }
    }

    public void CountInto(double[] counts, int row, float weight)
    {
        for (var at = _starts[row]; at < _starts[row + 1]; at++)
        {
            counts[_features[at]] += weight;
        }
    }
}
