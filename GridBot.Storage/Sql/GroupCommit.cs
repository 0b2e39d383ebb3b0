using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace GridBot.Storage.Sql;

/// <summary>
/// The one writer of a SQLite file. It gathers what callers want written at the same time into one transaction, so that they
/// share one fsync. Each caller's part is a SAVEPOINT: who is refused or fails is undone alone. Callers hear after COMMIT.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MostInOne = 256;

    private readonly PreparedConnection _connection;
    private readonly ILogger _logger;
    private readonly Channel<Member> _waiting = Channel.CreateUnbounded<Member>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _loop;

    public GroupCommit(PreparedConnection connection, ILogger logger)
    {
        (_connection, _logger) = (connection, logger);
        _loop = Task.Run(WriteAllAsync);
    }

    public Task<T> WriteAsync<T>(Func<SqlSession, Task<Written<T>>> write)
    {
        var member = new Member<T>(write);
        return _waiting.Writer.TryWrite(member)
            ? member.Result
            : Task.FromException<T>(new ObjectDisposedException(nameof(GroupCommit)));
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _connection.DisposeAsync();
    }

    private async Task WriteAllAsync()
    {
        var sql = new SqlSession(_connection, transaction: null, isSqlite: true, CancellationToken.None);
        var members = new List<Member>(MostInOne);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            // Callers that the last COMMIT has just released come back within microseconds: let them get on board.
            await Task.Yield();
            members.Clear();
            try
            {
                await WriteOnceAsync(sql, members);
            }
            catch (Exception error)
            {
                _logger.GroupCommitFailed(error, members.Count);
                TryRollBack();
                members.ForEach(m => m.Fail(error));
                continue;
            }

            members.ForEach(m => m.Tell());
        }
    }

    private async Task WriteOnceAsync(SqlSession sql, List<Member> members)
    {
        _connection.Execute("BEGIN IMMEDIATE");
        while (members.Count < MostInOne && _waiting.Reader.TryRead(out var member))
        {
            members.Add(member);
            _connection.Execute("SAVEPOINT member");
            if (!await member.RunAsync(sql))
            {
                _connection.Execute("ROLLBACK TO member");
            }

            _connection.Execute("RELEASE member");
        }

        _connection.Execute("COMMIT");
    }

    private void TryRollBack()
    {
        try
        {
            _connection.Execute("ROLLBACK");
        }
        catch (Exception error)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
            _logger.RollbackFailed(error);
        }
    }

    private abstract class Member
    {
        /// <summary>True when its part shall stay.</summary>
        public abstract Task<bool> RunAsync(SqlSession sql);

        public abstract void Tell();

        public abstract void Fail(Exception error);
    }

    private sealed class Member<T>(Func<SqlSession, Task<Written<T>>> write) : Member
    {
        private readonly TaskCompletionSource<T> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _error;
        private T _value = default!;

        public Task<T> Result => _told.Task;

        public override async Task<bool> RunAsync(SqlSession sql)
        {
            try
            {
                (_value, var keep) = await write(sql);
                return keep;
            }
            catch (Exception error)
            {
                _error = error;
                return false;
            }
        }

        public override void Tell()
        {
            if (_error is null)
            {
                _told.SetResult(_value);
            }
            else
            {
                _told.SetException(_error);
            }
        }

        public override void Fail(Exception error) => _told.TrySetException(_error ?? error);
    }
}
