using System.Text.Json;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Wording;
using GridBot.Storage.Groups;
using GridBot.Storage.Messages;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Issues;

/// <summary>A commit as rows. Sealing and JSON are done here, by its caller, so that the one writer only writes.</summary>
internal sealed record PreparedCommit(
    DateTimeOffset At,
    PreparedCommit.InboxRow? Inbox,
    IReadOnlyList<PreparedCommit.ChangeRows> Changes,
    IReadOnlyList<PreparedCommit.OutboxRow> Outbox,
    IReadOnlyList<string> Destinations,
    GroupBinding? Binding,
    SealedKey? PushKey,
    AppNotice? Notice)
{
    public static PreparedCommit Of(IssueCommit commit, Seal seal)
    {
        var outbox = commit.Sayings.Select(s => OutboxRow.Of(s, commit.At)).ToList();
        return new PreparedCommit(
            commit.At,
            commit.Inbox is { } inbox ? InboxRow.Of(inbox, commit, seal) : null,
            [.. commit.Changes.Select(c => ChangeRows.Of(c, commit, seal))],
            outbox,
            [.. outbox.Select(o => o.Destination).Distinct()],
            commit.Binding,
            commit.PushKey is { } key ? SealedKey.Of(key, seal) : null,
            commit.Notice);
    }

    public sealed record InboxRow(
        string Id, string Door, string? Answer, DateTimeOffset ReceivedAt, DateTimeOffset DecidedAt, string? ResponseUrl, long? IssueId,
        byte[]? Sealed)
    {
        public static InboxRow Of(InboxEntry inbox, IssueCommit commit, Seal seal) => new(
            inbox.Id, inbox.Door, inbox.Answer, inbox.ReceivedAt, commit.At, inbox.ResponseUrl,
            commit.Changes.Count > 0 ? commit.Changes[0].After.Id : null, inbox.Raw is { } raw ? seal.Close(raw) : null);
    }

    public sealed record ChangeRows(
        IssueChange Change, IssueRow Issue, IReadOnlyList<EventRow> Events, IReadOnlyList<(Statement Statement, ResponseRow Row)> Responses,
        CorrectionRow? Correction)
    {
        public static ChangeRows Of(IssueChange change, IssueCommit commit, Seal seal)
        {
            var issue = IssueRow.Of(change.After, change.Before?.Version ?? 0, commit.At);
            return new ChangeRows(
                change,
                issue,
                [.. change.History.Select((note, line) => EventRow.Of(note, issue, line, commit.Via))],
                [.. change.Responses.Select(r => ResponseRow.Of(r, issue.IssueId))],
                change.Correction is { } said ? CorrectionRow.Of(said, issue, seal) : null);
        }
    }

    public sealed record EventRow(
        long IssueId, int Version, int Line, DateTimeOffset At, string Actor, string Via, string Kind, string? Details)
    {
        public static EventRow Of(HistoryNote note, IssueRow issue, int line, string via) =>
            new(issue.IssueId, issue.Version, line, note.At, note.Actor, via, note.Kind, note.Details);
    }

    public sealed record CorrectionRow(
        long IssueId, int Version, DateTimeOffset At, string Actor, string Was, string Became, int Features, byte[] Sealed)
    {
        public static CorrectionRow Of(Correction said, IssueRow issue, Seal seal) =>
            new(issue.IssueId, issue.Version, said.At, said.By, said.Was, said.Became, said.Features, seal.Close(said.Pieces));
    }

    public sealed record ResponseRow(
        long IssueId, int Summons, string Person, int Level, int Round, DateTimeOffset At, long ResponseMs, long WorkingMs, string Outcome)
    {
        public static (Statement Statement, ResponseRow Row) Of(ResponseChange change, long issueId) => change switch
        {
            ResponseChange.Summoned s => (CommitSql.InsertResponse, new ResponseRow(
                issueId, s.Summons, s.UserId, (int)s.Level, s.Round, s.At, 0, 0, OutcomeName.Of(s.Outcome))),
            ResponseChange.Answered a => (CommitSql.AnswerResponse, new ResponseRow(
                issueId, a.Summons, a.UserId, 0, 0, a.At, a.ResponseMs, a.WorkingMs, OutcomeName.Of(a.Outcome))),
            ResponseChange.CloseOpen c => (CommitSql.CloseResponses, new ResponseRow(
                issueId, c.OnlySummons ?? 0, "", 0, 0, c.At, 0, 0, OutcomeName.Of(c.Outcome))),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change.GetType().Name, "This change is not stored."),
        };
    }

    public sealed record OutboxRow(
        string Destination, string Kind, int Priority, long IssueId, int Summons, string Body, DateTimeOffset QueuedAt,
        DateTimeOffset NotBefore, DateTimeOffset? UsefulUntil)
    {
        public static OutboxRow Of(Saying saying, DateTimeOffset at) => new(
            Messages.Destination.Of(saying), saying.Kind == SayingKind.Ring ? "ring" : "tell", saying.Priority, saying.IssueId,
            saying.Summons, JsonSerializer.Serialize(saying, JsonColumns.Sayings), at, saying.NotBefore ?? at, saying.UsefulUntil);
    }
}
