namespace GridBot.Core.Understanding;

/// <summary>What a question asks for.</summary>
internal static class QuestionReader
{
    /// <summary>Longer than this, 今天 or 超时 is a word of a story.</summary>
    private const int LongestListQuestion = 14;

    public static bool AsksForList(Passage passage) =>
        passage.Has(Mark.AskMine)
        || (passage.Core.Length <= LongestListQuestion && ListTopic(passage) is not null
            && (passage.Core.Length <= 4 || passage.Has(Mark.AskOpen) || IntentRules.IsQuestion(passage)));

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
}
