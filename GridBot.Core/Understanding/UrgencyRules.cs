using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

/// <summary>How fast somebody must be found. Only <see cref="EmergencyWatch"/> makes an emergency.</summary>
internal sealed class UrgencyRules(Calendar calendar, DailyWindow noisyNight)
{
    /// <summary>The category that is urgent at night.</summary>
    private const string Noise = "noise";

    /// <param name="judged">What the words say where the model is sure; else the class's usual urgency holds.</param>
    public Urgency Of(CategoryGuess guess, Passage passage, int from, int to, DateTimeOffset at, Urgency? judged)
    {
        var usual = judged ?? guess.Subcategory?.Urgency ?? guess.Category.Urgency;
        if (usual == Urgency.Normal
            && (passage.Has(Mark.Hurry, from, to) || (guess.Category.Code == Noise && noisyNight.Contains(calendar.LocalTime(at)))))
        {
            return Urgency.Urgent;
        }

        return usual == Urgency.Emergency ? Urgency.Urgent : usual;
    }
}
