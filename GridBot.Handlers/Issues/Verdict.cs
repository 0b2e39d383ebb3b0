using GridBot.Core.Wording;

namespace GridBot.Handlers.Issues;

/// <summary>What is decided about one message: the answer, and every issue it changes. Nothing has happened yet.</summary>
public sealed record Verdict(Answer Answer, IReadOnlyList<Step> Steps)
{
    /// <summary>What is said besides, in no issue's name.</summary>
    public IReadOnlyList<Saying> Sayings { get; init; } = [];

    /// <summary>An answer that changes nothing.</summary>
    public static Verdict Of(Answer answer) => new(answer, []);

    /// <summary>What a group may not read: its asker reads it 1:1, and the group that it went there.</summary>
    public static Verdict InPrivate(string userId, string words) =>
        Of(new Answer.Text(AnswerWriter.SentToYou)) with { Sayings = [Aside(userId, words)] };

    public static Saying Aside(string userId, string words) => new Saying.ToPerson(userId, words) { Kind = SayingKind.Tell };
}
