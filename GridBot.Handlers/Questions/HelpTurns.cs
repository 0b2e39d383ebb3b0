using System.Collections.Concurrent;
using GridBot.Handlers.Receiving;

namespace GridBot.Handlers.Questions;

/// <summary>A group reads how to use the robot at most once in ten minutes for each person who asks. Kept in memory: a host more, a line more.</summary>
internal sealed class HelpTurns
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Chat, string User), DateTimeOffset> _helpedAt = new();

    public bool MayHelp(Heard heard)
    {
        var turn = (heard.ChatId!, heard.UserId.ToLowerInvariant());
        if (_helpedAt.TryGetValue(turn, out var before) && heard.At - before < Pause)
        {
            return false;
        }

        if (_helpedAt.Count > MostRemembered)
        {
            _helpedAt.Clear();
        }

        _helpedAt[turn] = heard.At;
        return true;
    }
}
