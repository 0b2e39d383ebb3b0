using System.Text;

namespace GridBot.WeCom.Messages;

/// <summary>
/// A template card, for the robot and for the app alike. Whoever writes it out fits it first, so that its makers need
/// not count; see <see cref="FitTo"/>.
/// </summary>
public sealed record TemplateCard(CardKind Kind, CardTitle Title)
{
    public CardSource? Source { get; init; }

    public CardQuote? Quote { get; init; }

    public string? SubTitle { get; init; }

    public IReadOnlyList<CardLine> Lines { get; init; } = [];

    public CardAction? Action { get; init; }

    /// <summary>
    /// New for every card that is sent, over robot and app: up to 128 of a-z, A-Z, 0-9, _ - @. Without it no button
    /// calls back.
    /// </summary>
    public string? TaskId { get; init; }

    public CardSelection? Selection { get; init; }

    public IReadOnlyList<CardButton> Buttons { get; init; } = [];

    /// <summary>App updates only: stands in the place of the buttons, which can no longer be tapped.</summary>
    public string? ReplaceText { get; init; }

    /// <summary>
    /// The same card, its texts cut to what is shown. Keys and ids cannot be cut without changing what they mean:
    /// ArgumentException if one is too long, missing or doubled, since WeCom would refuse such a card.
    /// </summary>
    public TemplateCard FitTo(CardLimits limits)
    {
        ThrowIfRefusedByWeCom();
        return this with
        {
            Source = Source is null ? null : Source with { Desc = Fit(Source.Desc, limits.SourceDesc) },
            Title = new CardTitle(Fit(Title.Title, limits.Title), FitIfAny(Title.Desc, limits.TitleDesc)),
            // WeCom states no limits for the quote; those of the other texts are safe.
            Quote = Quote is null
                ? null
                : Quote with { Text = Fit(Quote.Text, limits.SubTitle), Title = FitIfAny(Quote.Title, limits.Title) },
            SubTitle = FitIfAny(SubTitle, limits.SubTitle),
            Lines = [.. Lines.Take(CardLimits.Lines).Select(line => line with
            {
                KeyName = Fit(line.KeyName, limits.LineKey),
                Value = FitIfAny(line.Value, limits.LineValue),
            })],
            Buttons = [.. Buttons.Take(CardLimits.Buttons).Select(button => button with { Text = Fit(button.Text, limits.ButtonText) })],
            ReplaceText = FitIfAny(ReplaceText, limits.ReplaceText),
            Selection = Selection is null
                ? null
                : Selection with
                {
                    Title = FitIfAny(Selection.Title, limits.SelectionTitle),
                    Options = [.. Selection.Options.Take(CardLimits.Options)
                        .Select(option => option with { Text = Fit(option.Text, limits.OptionText) })],
                },
        };
    }

    private static string Fit(string text, int limit) => Shorten.ToCharacters(text, limit);

    private static string? FitIfAny(string? text, int limit) => text is null ? null : Fit(text, limit);

    private static bool IsIdLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '@';

    private static bool IsKey(string key, int longest) => key.Length > 0 && Encoding.UTF8.GetByteCount(key) <= longest;

    private void ThrowIfRefusedByWeCom()
    {
        var fault = this switch
        {
            { TaskId: { } id } when id.Length is 0 or > CardLimits.IdBytes || !id.All(IsIdLetter) =>
                "Its task_id must have 1 to 128 letters, digits, or _ - @.",
            { Kind: CardKind.ButtonInteraction, TaskId: null } => "A card with buttons needs a task_id.",
            { Kind: CardKind.ButtonInteraction, Buttons: [] } => "A card with buttons needs a button.",
            { Kind: CardKind.TextNotice, Action: null } => "A notice needs a page that it opens.",
            { } when !Buttons.All(button => button.Url is not null || IsKey(button.Key, CardLimits.KeyBytes)) =>
                "A button's key must have 1 to 1024 bytes.",
            { } when Buttons.Where(button => button.Url is null).GroupBy(button => button.Key, StringComparer.Ordinal).Any(same => same.Count() > 1) =>
                "Two buttons have the same key.",
            { Selection: { } selection } when selection.Options.Count == 0
                || !IsKey(selection.QuestionKey, CardLimits.KeyBytes)
                || !selection.Options.All(option => IsKey(option.Id, CardLimits.IdBytes)) =>
                "A drop-down needs a key of 1 to 1024 bytes, and entries with ids of 1 to 128 bytes.",
            _ => null,
        };

        if (fault is not null)
        {
            throw new ArgumentException($"WeCom would refuse this card. {fault}");
        }
    }
}
