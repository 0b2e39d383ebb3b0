using GridBot.Storage.Sql;

namespace GridBot.Storage.Messages;

/// <summary>The statements of the outbox. States: queued, sending, sent, cancelled, expired, failed.</summary>
internal static class OutboxSql
{
    public static readonly Statement ReadyDestinations = new(
        """
        SELECT TOP (@limit) destination, MIN(priority) AS priority, MIN(queued_at) AS oldest_at, COUNT(*) AS waiting
        FROM outbox
        WHERE state = 'queued' AND not_before <= @now AND (useful_until IS NULL OR useful_until > @now)
        GROUP BY destination ORDER BY MIN(priority), MIN(queued_at)
        """);

    public static readonly Statement Peek = new(
        """
        SELECT TOP (@limit) outbox_id, destination, body, queued_at, attempts FROM outbox
        WHERE state = 'queued' AND destination = @destination AND not_before <= @now
            AND (useful_until IS NULL OR useful_until > @now)
        ORDER BY priority, outbox_id
        """);

    public static readonly Statement InsertSending = new(
        """
        INSERT INTO sending (destination, host, body, state, attempts, started_at, repeat_at)
        OUTPUT inserted.sending_id
        VALUES (@destination, @host, @body, 'sending', 1, @now, @repeatAt)
        """,
        """
        INSERT INTO sending (destination, host, body, state, attempts, started_at, repeat_at)
        VALUES (@destination, @host, @body, 'sending', 1, @now, @repeatAt)
        RETURNING sending_id
        """);

    public static readonly Statement Begin = new(
        "UPDATE outbox SET state = 'sending', sending_id = @sendingId WHERE outbox_id IN @ids AND state = 'queued'");

    public static readonly Statement RowsOf = new("SELECT body FROM outbox WHERE sending_id = @sendingId AND state = 'sending'");

    public static readonly Statement EndSending = new(
        "UPDATE sending SET state = @state, done_at = @now, reason = @reason WHERE sending_id = @sendingId AND state = 'sending'");

    public static readonly Statement EndRows = new(
        "UPDATE outbox SET state = @state, done_at = @now, reason = @reason WHERE sending_id = @sendingId AND state = 'sending'");

    public static readonly Statement Requeue = new(
        """
        UPDATE outbox SET state = 'queued', not_before = @notBefore, attempts = attempts + 1, sending_id = NULL
        WHERE sending_id = @sendingId AND state = 'sending'
        """);

    public static readonly Statement KeepUnknown = new(
        "UPDATE sending SET repeat_at = @repeatAt, reason = @reason WHERE sending_id = @sendingId AND state = 'sending'");

    public static readonly Statement Delivered = new(
        """
        UPDATE response_time SET delivered_at = @now
        WHERE issue_id = @issueId AND summons = @summons AND person = @person AND delivered_at IS NULL
        """);

    public static readonly Statement Unfinished = new(
        """
        SELECT TOP (@limit) sending_id, destination, host, body, attempts, started_at FROM sending
        WHERE state = 'sending' AND repeat_at <= @now ORDER BY repeat_at, sending_id
        """);

    public static readonly Statement Repeat = new(
        """
        UPDATE sending SET host = @host, attempts = attempts + 1, started_at = @now, repeat_at = @repeatAt
        WHERE sending_id = @sendingId AND state = 'sending' AND attempts = @attempts
        """);

    public static readonly Statement Expire = new(
        "UPDATE outbox SET state = 'expired', done_at = @now WHERE state = 'queued' AND useful_until <= @now");

    public static readonly Statement NextDue = new(
        "SELECT TOP (@limit) not_before FROM outbox WHERE state = 'queued' AND not_before > @after ORDER BY not_before");

    public static readonly Statement NextRepeat = new(
        "SELECT TOP (@limit) repeat_at FROM sending WHERE state = 'sending' AND repeat_at > @after ORDER BY repeat_at");

    public static readonly Statement Counts = new("SELECT state, COUNT(*) AS rows_in_state FROM outbox GROUP BY state");

    public static readonly Statement DeleteOldRows = new("DELETE FROM outbox WHERE done_at < @before");

    public static readonly Statement DeleteOldSendings = new("DELETE FROM sending WHERE done_at < @before");
}
