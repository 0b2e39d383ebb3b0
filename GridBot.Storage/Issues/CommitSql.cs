using GridBot.Storage.Sql;

namespace GridBot.Storage.Issues;

/// <summary>The statements of a commit, in the order in which they run.</summary>
internal static class CommitSql
{
    public static readonly Statement InsertInbox = new(
        """
        INSERT INTO inbox (inbox_id, door, state, received_at, decided_at, answer, response_url, issue_id)
        VALUES (@Id, @Door, 'decided', @ReceivedAt, @DecidedAt, @Answer, @ResponseUrl, @IssueId)
        """);

    public static readonly Statement DecidePending = new(
        """
        UPDATE inbox SET state = 'decided', decided_at = @DecidedAt, answer = @Answer, response_url = @ResponseUrl,
            issue_id = @IssueId, payload = NULL
        WHERE inbox_id = @Id AND state = 'pending'
        """);

    public static readonly Statement InsertRaw = new(
        "INSERT INTO raw_message (inbox_id, received_at, sealed) VALUES (@Id, @ReceivedAt, @Sealed)");

    public static readonly Statement InsertIssue = new(
        """
        INSERT INTO issue (
            issue_id, version, sub_district_id, number, chat_id, code, place_id, category, subcategory, urgency, text, stage,
            is_open, level, owner, reporter, reporter_count, opened_at, response_since, taken_at, resolved_at, closed_at,
            closed_because, resolve_by, next_due_at, policy_version, summons, returns, reworks, reopens, audience, insiders, held_until, state,
            changed_at)
        VALUES (
            @IssueId, @Version, @SubDistrictId, @Number, @ChatId, @Code, @PlaceId, @Category, @Subcategory, @Urgency, @Text, @Stage,
            @IsOpen, @Level, @Owner, @Reporter, @ReporterCount, @OpenedAt, @ResponseSince, @TakenAt, @ResolvedAt, @ClosedAt,
            @ClosedBecause, @ResolveBy, @NextDueAt, @PolicyVersion, @Summons, @Returns, @Reworks, @Reopens, @Audience, @Insiders,
            @HeldUntil, @State, @ChangedAt)
        """);

    /// <summary>The first taking counts; being resolved or closed ends when the issue is open again.</summary>
    public static readonly Statement UpdateIssue = new(
        """
        UPDATE issue SET
            version = @Version, chat_id = @ChatId, code = @Code, place_id = @PlaceId, category = @Category, subcategory = @Subcategory,
            urgency = @Urgency, text = @Text, stage = @Stage, is_open = @IsOpen, level = @Level, owner = @Owner,
            reporter_count = @ReporterCount, response_since = @ResponseSince,
            taken_at = CASE WHEN taken_at IS NULL THEN @TakenAt ELSE taken_at END,
            resolved_at = CASE WHEN @IsOpen = 1 THEN NULL WHEN resolved_at IS NULL THEN @ResolvedAt ELSE resolved_at END,
            closed_at = @ClosedAt, closed_because = @ClosedBecause, resolve_by = @ResolveBy, next_due_at = @NextDueAt, policy_version = @PolicyVersion,
            summons = @Summons, returns = @Returns, reworks = @Reworks, reopens = @Reopens, audience = @Audience,
            insiders = @Insiders, held_until = @HeldUntil, state = @State, changed_at = @ChangedAt
        WHERE issue_id = @IssueId AND version = @VersionBefore
        """);

    /// <summary>A code can be had again by its own issue at any time, by another after its rest.</summary>
    public static readonly Statement ReclaimCode = new(
        """
        UPDATE chat_code SET issue_id = @issueId, free_at = NULL
        WHERE chat_id = @chatId AND code = @code AND (issue_id = @issueId OR free_at <= @at)
        """);

    public static readonly Statement ClaimCode = new(
        "INSERT INTO chat_code (chat_id, code, issue_id, free_at) VALUES (@chatId, @code, @issueId, NULL)");

    public static readonly Statement FreeCode = new(
        "UPDATE chat_code SET free_at = @freeAt WHERE chat_id = @chatId AND code = @code AND issue_id = @issueId AND free_at IS NULL");

    public static readonly Statement InsertEvent = new(
        """
        INSERT INTO issue_event (issue_id, version, line, at, actor, via, kind, details)
        VALUES (@IssueId, @Version, @Line, @At, @Actor, @Via, @Kind, @Details)
        """);

    public static readonly Statement InsertCorrection = new(
        """
        INSERT INTO correction (issue_id, version, at, actor, what, was, became, features, sealed)
        VALUES (@IssueId, @Version, @At, @Actor, 'category', @Was, @Became, @Features, @Sealed)
        """);

    public static readonly Statement InsertResponse = new(
        """
        INSERT INTO response_time (issue_id, summons, person, level, round, summoned_at, outcome)
        VALUES (@IssueId, @Summons, @Person, @Level, @Round, @At, @Outcome)
        """);

    public static readonly Statement AnswerResponse = new(
        """
        UPDATE response_time SET answered_at = @At, response_ms = @ResponseMs, working_ms = @WorkingMs, outcome = @Outcome
        WHERE issue_id = @IssueId AND summons = @Summons AND person = @Person AND answered_at IS NULL
        """);

    public static readonly Statement CloseResponses = new(
        """
        UPDATE response_time SET outcome = @Outcome
        WHERE issue_id = @IssueId AND outcome = 'open' AND (@Summons = 0 OR summons = @Summons)
        """);

    public static readonly Statement CancelRings = new(
        "UPDATE outbox SET state = 'cancelled', done_at = @at WHERE issue_id = @issueId AND kind = 'ring' AND state = 'queued'");

    public static readonly Statement EraseRaw = new(
        """
        DELETE FROM raw_message
        WHERE inbox_id = @sourceId OR inbox_id IN (SELECT i.inbox_id FROM inbox i WHERE i.issue_id = @issueId)
        """);

    public static readonly Statement CancelWords = new(
        """
        UPDATE outbox SET state = 'cancelled', done_at = @at
        WHERE issue_id = @issueId AND state = 'queued' AND body LIKE '%"holdsWords":true%'
        """);

    public static readonly Statement EraseSaid = new(
        "UPDATE outbox SET body = '' WHERE issue_id = @issueId AND state NOT IN ('queued', 'sending')");

    public static readonly Statement EraseCalls = new(
        """
        UPDATE sending SET body = @empty
        WHERE state <> 'sending' AND sending_id IN (SELECT o.sending_id FROM outbox o WHERE o.issue_id = @issueId AND o.sending_id IS NOT NULL)
        """);

    public static readonly Statement EraseCorrections = new("DELETE FROM correction WHERE issue_id = @issueId");

    public static readonly Statement InsertOutbox = new(
        """
        INSERT INTO outbox (destination, kind, priority, issue_id, summons, body, state, queued_at, not_before, useful_until, attempts)
        VALUES (@Destination, @Kind, @Priority, @IssueId, @Summons, @Body, 'queued', @QueuedAt, @NotBefore, @UsefulUntil, 0)
        """);
}
