using GridBot.Core.Understanding.Likeness;
using GridBot.Core.Understanding.Training.Likeness;

namespace GridBot.Host.Learning;

/// <summary>A letter in the forms in which somebody may send it.</summary>
internal static class LetterForms
{
    public static readonly PairForm[] All = Enum.GetValues<PairForm>();

    public static Matter Matter(PairForm form, string title, string? detail, TextSense sense) => form switch
    {
        PairForm.TitlesAlone => Core.Understanding.Likeness.Matter.Of(title, null, sense),
        PairForm.TitlesAndDetails => Core.Understanding.Likeness.Matter.Of(title, detail, sense),
        _ => Core.Understanding.Likeness.Matter.Of(title + detail, null, sense),
    };
}
