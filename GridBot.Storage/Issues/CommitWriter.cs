using System.Data.Common;
using GridBot.Storage.Groups;
using GridBot.Storage.Messages;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Issues;

/// <summary>Runs a commit's statements. Whatever refuses it is a value, and then nothing of it stays.</summary>
internal sealed class CommitWriter(Database database)
{
    private static readonly TimeSpan CodeRests = TimeSpan.FromHours(24);

    public async Task<Written<CommitOutcome>> WriteAsync(SqlSession sql, PreparedCommit commit)
    {
        var refused = commit.Inbox is { } inbox ? await RememberAsync(sql, inbox) : null;
        for (var i = 0; refused is null && i < commit.Changes.Count; i++)
        {
            refused = await ChangeAsync(sql, commit.Changes[i], commit.At);
        }

        if (refused is null && commit.Binding is { } binding && !await GroupBindings.WriteAsync(sql, database, binding, commit.At))
        {
            refused = new CommitOutcome.Stale();
        }

        if (refused is not null)
        {
            return new Written<CommitOutcome>(refused, Keep: false);
        }

        foreach (var saying in commit.Outbox)
        {
            await sql.ExecuteAsync(CommitSql.InsertOutbox, saying);
        }

        if (commit.PushKey is { } key)
        {
            await SealedPushKeys.WriteAsync(sql, key, commit.At);
        }

        if (commit.Notice is { } notice)
        {
            await AppNotices.WriteAsync(sql, notice);
        }

        return new Written<CommitOutcome>(new CommitOutcome.Done(commit.Destinations));
    }

    private async Task<CommitOutcome?> RememberAsync(SqlSession sql, PreparedCommit.InboxRow inbox)
    {
        if (!await TryInsertAsync(sql, CommitSql.InsertInbox, inbox) && await sql.ExecuteAsync(CommitSql.DecidePending, inbox) == 0)
        {
            return new CommitOutcome.Duplicate(await Inbox.FindAsync(sql, inbox.Id));
        }

        if (inbox.Sealed is not null)
        {
            await sql.ExecuteAsync(CommitSql.InsertRaw, inbox);
        }

        return null;
    }

    private async Task<CommitOutcome?> ChangeAsync(SqlSession sql, PreparedCommit.ChangeRows rows, DateTimeOffset at)
    {
        var change = rows.Change;
        if (change.Before is null)
        {
            await sql.ExecuteAsync(CommitSql.InsertIssue, rows.Issue);
        }
        else if (await sql.ExecuteAsync(CommitSql.UpdateIssue, rows.Issue) == 0)
        {
            return new CommitOutcome.Stale();
        }

        if (await ArrangeCodeAsync(sql, change, at) is { } taken)
        {
            return taken;
        }

        if (change.CancelRings)
        {
            await sql.ExecuteAsync(CommitSql.CancelRings, new { issueId = change.After.Id, at });
        }

        if (change.EraseWords)
        {
            var args = new { issueId = change.After.Id, sourceId = change.After.SourceId, at, empty = Array.Empty<byte>() };
            await sql.ExecuteAsync(CommitSql.EraseRaw, args);
            await sql.ExecuteAsync(CommitSql.CancelWords, args);
            await sql.ExecuteAsync(CommitSql.EraseSaid, args);
            await sql.ExecuteAsync(CommitSql.EraseCalls, args);
        }

        if (change.EraseWords || change is { Before.IsPrivate: false, After.IsPrivate: true })
        {
            await sql.ExecuteAsync(CommitSql.EraseCorrections, new { issueId = change.After.Id });
        }

        if (rows.Correction is { } correction)
        {
            await sql.ExecuteAsync(CommitSql.InsertCorrection, correction);
        }

        foreach (var note in rows.Events)
        {
            await sql.ExecuteAsync(CommitSql.InsertEvent, note);
        }

        foreach (var (statement, row) in rows.Responses)
        {
            await sql.ExecuteAsync(statement, row);
        }

        return null;
    }

    private async Task<CommitOutcome.CodeTaken?> ArrangeCodeAsync(SqlSession sql, IssueChange change, DateTimeOffset at)
    {
        var (before, after) = (change.Before, change.After);
        var moved = before is not null && (before.ChatId != after.ChatId || before.Code != after.Code);
        var revived = before is { Stage.IsOver: true } && !after.Stage.IsOver;
        var (issueId, freeAt) = (after.Id, at + CodeRests);
        if (moved && before is { ChatId: { } oldChat, Code: > 0 })
        {
            await sql.ExecuteAsync(CommitSql.FreeCode, new { chatId = oldChat, code = before.Code, issueId, freeAt });
        }

        if (after is not { ChatId: { } chatId, Code: > 0 })
        {
            return null;
        }

        var args = new { chatId, code = after.Code, issueId, at };
        if ((before is null || moved || revived)
            && await sql.ExecuteAsync(CommitSql.ReclaimCode, args) == 0
            && !await TryInsertAsync(sql, CommitSql.ClaimCode, args))
        {
            return new CommitOutcome.CodeTaken(chatId, after.Code);
        }

        if (change.FreeCode)
        {
            await sql.ExecuteAsync(CommitSql.FreeCode, new { chatId, code = after.Code, issueId, freeAt });
        }

        return null;
    }

    private async Task<bool> TryInsertAsync(SqlSession sql, Statement statement, object row)
    {
        try
        {
            await sql.ExecuteAsync(statement, row);
            return true;
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return false;
        }
    }
}
