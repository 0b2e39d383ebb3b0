namespace GridBot.Core.Understanding.Likeness;

/// <summary>From which score on something is said.</summary>
/// <param name="SameTitles">Two given titles are the same, as likely as not.</param>
/// <param name="SameStories">Two given messages, at least one of them long, are the same, as likely as not.</param>
/// <param name="Surely">Two given long messages are the same, and nearly always are.</param>
/// <param name="LinkLetters">A letter with a title and details is linked to the likest of those before it.</param>
/// <param name="LinkOthers">A message of any other form is.</param>
public sealed record LikenessThresholds(float SameTitles, float SameStories, float Surely, float LinkLetters, float LinkOthers)
{
    public float SameOf(Matter one, Matter other) => one.IsBrief && other.IsBrief ? SameTitles : SameStories;

    public float LinkOf(Matter one, Matter other) => one.IsLetter && other.IsLetter ? LinkLetters : LinkOthers;
}
