using System.Globalization;

namespace GridBot.Core.Wording;

/// <summary>
/// Names of cards. A task_id is unique over app and robot, at most 128 of 0-9a-zA-Z_-@, and tells the issue
/// and the summons it was drawn for, so that a tap on an old card is known as one.
/// </summary>
public static class TaskIds
{
    /// <summary>The 1:1 card of one person at one summons.</summary>
    public static string Summons(long issueId, int summons, int index) => Invariant($"i{issueId}@{summons}-{index}");

    /// <summary>A card that answers a message; the token comes from that message and makes it unique.</summary>
    public static string Answering(long issueId, int summons, string token) => Invariant($"i{issueId}@{summons}_{token}");

    /// <summary>A card about several issues; it names them, so that a tap redraws it as a whole.</summary>
    public static string List(string token, IEnumerable<long> issueIds) => $"l@{token}{string.Concat(issueIds.Select(id => Invariant($"-{id}")))}";

    /// <summary>The card on which a person finds what waited over night; named by the first saying that went into it.</summary>
    public static string Morning(long sayingId, IEnumerable<long> issueIds) => List(Invariant($"m{sayingId}"), issueIds);

    /// <summary>The card that asks a reporter about several issues at once.</summary>
    public static string Questions(long sayingId, IEnumerable<long> issueIds) => List(Invariant($"q{sayingId}"), issueIds);

    public static bool IsQuestions(string taskId) => taskId.StartsWith("l@q", StringComparison.Ordinal);

    public static bool IsMorning(string taskId) => taskId.StartsWith("l@m", StringComparison.Ordinal);

    /// <summary>The issues of a list card; empty for any other card.</summary>
    public static IReadOnlyList<long> ReadList(string taskId) =>
        taskId.StartsWith("l@", StringComparison.Ordinal)
            ? [.. taskId.Split('-').Skip(1)
                .Select(p => long.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)]
            : [];

    /// <summary>The card that asks somebody who is being rung whether they are on it.</summary>
    public static string IfOnIt(long issueId, int summons) => Invariant($"i{issueId}@{summons}-on");

    /// <summary>The card that asks a leader who it goes to.</summary>
    public static string ToAssign(long issueId, int summons) => Invariant($"i{issueId}@{summons}-to");

    /// <summary>The card that asks the reporter whether it is solved.</summary>
    public static string Asking(long issueId, int summons) => Invariant($"i{issueId}@{summons}-ask");

    /// <summary>The card that asks an admin whether a group may be bound.</summary>
    public static string Binding(string token) => $"b@{token}";

    public static bool TryRead(string taskId, out long issueId, out int summons)
    {
        issueId = 0;
        summons = 0;
        var at = taskId.IndexOf('@', StringComparison.Ordinal);
        if (at < 2 || taskId[0] != 'i' || !long.TryParse(taskId.AsSpan(1, at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out issueId))
        {
            return false;
        }

        var rest = taskId.AsSpan(at + 1);
        var end = rest.IndexOfAny('-', '_');
        return int.TryParse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out summons);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
