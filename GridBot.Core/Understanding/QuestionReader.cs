namespace GridBot.Core.Understanding;

/// <summary>What a question asks for.</summary>
internal static class QuestionReader
{
    /// <summary>Longer than this, 今天 or 超时 is a word of a story.</summary>
    private const int LongestListQuestion = 14;

    public static bool AsksForList(Passage passage) =>
        passage.Has(Mark.AskMine)
        || (passage.Core.Length <= LongestListQuestion && ListTopic(passage) is not null
            && (passage.Core.Length <= 4 || passage.Has(Mark.AskOpen) || IsQuestion(passage)));

    /// <param name="said">The place that the text names; null when it names none.</param>
    public static Question Read(Passage passage, string? said, bool namesAnIssue) =>
        namesAnIssue ? new Question(Topic.Issue, null)
        : AsksForList(passage) && ListTopic(passage) is { } topic ? new Question(topic, said)
        : said is not null ? new Question(Topic.Place, said)
        : new Question(Topic.Mine, null);

    private static Topic? ListTopic(Passage passage) =>
        passage.Has(Mark.AskMine) ? Topic.Mine
        : passage.Has(Mark.AskOverdue) ? Topic.Overdue
        : passage.Has(Mark.AskOpen) ? Topic.Open
        : passage.Has(Mark.AskToday) ? Topic.Today
        : null;

    public static bool IsQuestion(Passage passage)
    {
        var end = passage.Text.AsSpan().TrimEnd(" !~。,");
        return end.EndsWith("?") || end.EndsWith("吗") || end.EndsWith("么") || AsksDoneOrNot(end) || passage.Has(Mark.Asking);
    }

    /// <summary>修好没, 来了没有: 没 after a verb asks; 一滴都没有 doesn't.</summary>
    private static bool AsksDoneOrNot(ReadOnlySpan<char> end)
    {
        var verb = end.EndsWith("没有") ? end[..^2] : end.EndsWith("没") ? end[..^1] : [];
        return !verb.IsEmpty && verb[^1] is '了' or '好' or '到' or '过' or '完' or '来' or '通' or '修' or '开' or '门';
    }
}
