namespace GridBot.Core.Understanding.Training.Lines;

/// <summary>One labelled line of a grid group. The labels are the codes of <see cref="LineLabels"/>.</summary>
/// <param name="Categories">The category of every problem in the line, the main one first; empty where none is named.</param>
/// <param name="Urgency">Empty where the line is no issue and adds to none.</param>
/// <param name="Emergency">Danger to life, here and now.</param>
/// <param name="Role">Who wrote it; empty where anybody could have.</param>
/// <param name="Thread">The line before it in the same thread; empty where it stands alone.</param>
public sealed record TrainingLine(
    string Text, string Intent, IReadOnlyList<string> Categories, string Urgency, bool Emergency, string Role, string Thread)
{
    public bool IsIssue => LineLabels.IsIssue(Intent);

    /// <summary>The main category; empty where none is named.</summary>
    public string Category => Categories.Count == 0 ? "" : Categories[0];

    /// <summary>The line as it stands in a file, without the line's end.</summary>
    public string ToRow() =>
        string.Join('\t', Text, Intent, string.Join(',', Categories), Urgency, Emergency ? "1" : "0", Role, Thread);
}
