using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding.Training;

/// <summary>How closely planes follow their examples. Found by trying on data they had not seen.</summary>
/// <param name="Cost">What an example on the wrong side costs, beside the plane's own size.</param>
/// <param name="SignalValue">What a signal counts; the pieces of a text count 1 together, as a length.</param>
/// <param name="Balance">0: every example counts the same; 1: every answer does, however rare.</param>
internal sealed record PlaneRates(float Cost, float SignalValue, double Balance)
{
    private static readonly PlaneRates ForCategories = new(0.4f, 0.03f, 0.2);

    /// <summary>Suggestions and thanks are rare among tickets.</summary>
    private static readonly PlaneRates ForIntents = new(0.3f, 0.1f, 0.7);

    public static PlaneRates For(Aspect aspect) => aspect == Aspect.HotlineCategory ? ForCategories : ForIntents;
}
