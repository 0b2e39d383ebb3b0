namespace GridBot.WeCom.Messages;

/// <summary>The kinds of template card that we send (WeCom docs 90236 and 101032).</summary>
public enum CardKind
{
    /// <summary>button_interaction: buttons that call back. Needs a task_id.</summary>
    ButtonInteraction,

    /// <summary>text_notice: no buttons; the card as a whole opens a page. Needs a <see cref="CardAction"/>.</summary>
    TextNotice,
}
