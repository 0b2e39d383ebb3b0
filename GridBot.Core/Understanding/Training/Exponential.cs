namespace GridBot.Core.Understanding.Training;

/// <summary>
/// e to the power of x out of additions and multiplications alone: the libraries of two systems differ in the last bit,
/// and weights must not.
/// </summary>
internal static class Exponential
{
    /// <param name="x">At most 0; far below it the result is 0.</param>
    public static float Of(float x)
    {
        if (x < -80)
        {
            return 0;
        }

        var halvings = (int)((x * -1.442695f) + 0.5f);
        var rest = x + (halvings * 0.6931472f);
        var power = 1f + (rest * (1f + (rest * (0.5f + (rest * (0.16666667f + (rest * (0.041666668f + (rest * (0.008333334f + (rest * 0.0013888889f)))))))))));
        return power * BitConverter.Int32BitsToSingle((127 - halvings) << 23);
    }
}
