namespace GridBot.WeCom.Messages;

/// <summary>How long a card's texts may be, in characters. WeCom calls these advice: what is longer is not shown.</summary>
public sealed record CardLimits
{
    /// <summary>Buttons on one card.</summary>
    public const int Buttons = 6;

    /// <summary>Lines of horizontal_content_list.</summary>
    public const int Lines = 6;

    /// <summary>Entries of one drop-down.</summary>
    public const int Options = 10;

    /// <summary>Bytes of a task_id, and of the id of a drop-down's entry.</summary>
    public const int IdBytes = 128;

    /// <summary>Bytes of a button's key, and of a question_key.</summary>
    public const int KeyBytes = 1024;

    /// <summary>The smart robot's (WeCom doc 101032).</summary>
    public static CardLimits Bot { get; } = new() { SourceDesc = 13, Title = 26, TitleDesc = 30, SubTitle = 112 };

    /// <summary>The self-built app's (WeCom doc 90236).</summary>
    public static CardLimits App { get; } = new() { SourceDesc = 20, Title = 36, TitleDesc = 44, SubTitle = 160 };

    public required int SourceDesc { get; init; }

    public required int Title { get; init; }

    public required int TitleDesc { get; init; }

    public required int SubTitle { get; init; }

    public int LineKey { get; init; } = 5;

    public int LineValue { get; init; } = 26;

    public int ButtonText { get; init; } = 10;

    /// <summary>What stands in the place of used buttons; WeCom states no limit, so this is what one line holds.</summary>
    public int ReplaceText { get; init; } = 20;

    public int SelectionTitle { get; init; } = 13;

    public int OptionText { get; init; } = 10;
}
