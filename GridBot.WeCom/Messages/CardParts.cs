namespace GridBot.WeCom.Messages;

/// <summary>The small line on top that says who speaks.</summary>
/// <param name="Desc">The words.</param>
/// <param name="DescColor">0 grey, 1 black, 2 red, 3 green.</param>
/// <param name="IconUrl">A picture before them.</param>
public sealed record CardSource(string Desc, int? DescColor = null, string? IconUrl = null);

/// <summary>main_title: the headline, and a line beneath.</summary>
public sealed record CardTitle(string Title, string? Desc = null);

/// <summary>quote_area: somebody's own words; opens <paramref name="Url"/> if there is one.</summary>
public sealed record CardQuote(string Text, string? Title = null, string? Url = null);

/// <summary>
/// horizontal_content_list: a name and a value. With a userid it shows a member who can be tapped, but is not notified;
/// with an address it is a link.
/// </summary>
public sealed record CardLine(string KeyName, string? Value, string? UserId = null, string? Url = null);

/// <summary>A button that calls back with its key, or (app only) opens a page.</summary>
/// <param name="Text">The words on it.</param>
/// <param name="Key">Up to 1024 bytes, unique on the card.</param>
/// <param name="Style">1 to 4, WeCom's looks.</param>
/// <param name="Url">If set, the button opens this page instead of calling back; robots' cards leave it out.</param>
public sealed record CardButton(string Text, string Key, int Style = 1, string? Url = null);

/// <summary>card_action: a tap on the card opens this page.</summary>
public sealed record CardAction(string Url);

/// <summary>button_selection: one drop-down above the buttons.</summary>
/// <param name="QuestionKey">Up to 1024 bytes; comes back with the click.</param>
/// <param name="Title">The words before it.</param>
/// <param name="Options">1 to 10.</param>
/// <param name="SelectedId">The option shown at first; WeCom's choice if null.</param>
/// <param name="Disabled">Can only be looked at; in updates only.</param>
public sealed record CardSelection(
    string QuestionKey, string? Title, IReadOnlyList<CardOption> Options, string? SelectedId = null, bool Disabled = false);

/// <summary>One entry of a drop-down; its id has up to 128 bytes.</summary>
public sealed record CardOption(string Id, string Text);
