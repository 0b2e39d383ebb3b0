namespace GridBot.Core.Understanding.Training;

/// <summary>What was learned of one question.</summary>
internal sealed class LinearModel
{
    private readonly int _answers;
    private readonly int _grams;
    private readonly int _signals;
    private readonly float[] _worths;

    /// <param name="worth">What a piece of text, a signal or (behind both) the bias adds to an answer's score where it is there.</param>
    public LinearModel(int answers, int grams, int signals, Func<int, int, float> worth)
    {
        (_answers, _grams, _signals) = (answers, grams, signals);
        _worths = new float[(grams + signals + 1) * answers];
        for (var i = 0; i < _worths.Length; i++)
        {
            _worths[i] = worth(i / answers, i % answers);
        }
    }

    public float Worth(int row, int answer) => _worths[(row * _answers) + answer];

    /// <summary>A score for each answer.</summary>
    public float[] Scores(FeatureRow row)
    {
        var scores = new float[_answers];
        for (var k = 0; k < _answers; k++)
        {
            var (pieces, told) = (0f, Worth(_grams + _signals, k));
            foreach (var gram in row.Grams)
            {
                pieces += Worth(gram, k);
            }

            foreach (var signal in row.Signals)
            {
                told += Worth(_grams + signal, k);
            }

            scores[k] = told + (pieces * row.Share);
        }

        return scores;
    }
}
