using GridBot.WeCom.Messages;
using Card = GridBot.Core.Wording.Card;
using Tone = GridBot.Core.Wording.ButtonTone;

namespace GridBot.Handlers.Sending;

/// <summary>Gives GridBot's cards the shape that WeCom shows.</summary>
internal static class CardShapes
{
    private const string Source = "网格助手";

    /// <summary>
    /// A card without a page to open must keep buttons; so one that is done shows its last word in their place
    /// (app), or the one button it has left (robot).
    /// </summary>
    public static TemplateCard ToTemplate(this Card card) =>
        new(CardKind.ButtonInteraction, new CardTitle(card.Title, card.Line.Length == 0 ? null : card.Line))
        {
            Source = new CardSource(Source),
            SubTitle = card.Text,
            Lines = [.. card.Facts.Select(f => new CardLine(f.Name, f.Value, f.UserId))],
            TaskId = card.TaskId,
            Buttons = card.Buttons.Count == 0
                ? [new CardButton(card.Done ?? Source, "done", 2)]
                : [.. card.Buttons.Select(b => new CardButton(b.Text, b.Key, StyleOf(b.Tone)))],
            ReplaceText = card.Buttons.Count == 0 ? card.Done : null,
        };

    private static int StyleOf(Tone tone) => tone switch
    {
        Tone.Main => 1,
        Tone.Warning => 3,
        _ => 2,
    };
}
