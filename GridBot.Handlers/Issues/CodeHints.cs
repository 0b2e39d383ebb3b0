using System.Collections.Concurrent;
using GridBot.Storage.Issues;

namespace GridBot.Handlers.Issues;

/// <summary>
/// Which codes of a group are taken, known by heart for a minute, so that a report needs no read for its code. A hint may be
/// wrong: the unique key on group and code finds out, and the loser decides again after a fresh look.
/// </summary>
public sealed class CodeHints(IssueStore issues)
{
    private const int LargestCode = 99;
    private static readonly TimeSpan KnownFor = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Taken> _chats = new(StringComparer.Ordinal);

    /// <summary>The smallest code that no issue of the group has or had in the last day; 0 when all 99 are taken.</summary>
    public async ValueTask<int> TakeAsync(string chatId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!_chats.TryGetValue(chatId, out var taken) || (now - taken.KnownAt).Duration() > KnownFor)
        {
            taken = new Taken(await issues.CodesInUseAsync(chatId, now, cancellationToken), now);
            _chats[chatId] = taken;
        }

        return taken.Next();
    }

    /// <summary>What was decided did not come about: its groups' codes are looked up again.</summary>
    public void Forget(IReadOnlyList<Step> steps)
    {
        foreach (var step in steps)
        {
            if (step.After.ChatId is { } chatId)
            {
                _chats.TryRemove(chatId, out _);
            }
        }
    }

    private sealed class Taken(IReadOnlyList<int> inUse, DateTimeOffset knownAt)
    {
        private readonly Lock _lock = new();
        private UInt128 _codes = inUse.Aggregate(UInt128.Zero, (codes, code) => codes | (UInt128.One << code));

        public DateTimeOffset KnownAt => knownAt;

        public int Next()
        {
            lock (_lock)
            {
                var code = (int)UInt128.TrailingZeroCount(~(_codes | UInt128.One));
                if (code > LargestCode)
                {
                    return 0;
                }

                _codes |= UInt128.One << code;
                return code;
            }
        }
    }
}
