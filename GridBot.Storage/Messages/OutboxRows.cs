namespace GridBot.Storage.Messages;

internal sealed class ReadyRow
{
    public string Destination { get; init; } = "";

    public int Priority { get; init; }

    public DateTimeOffset OldestAt { get; init; }

    public int Waiting { get; init; }
}

internal sealed class PeekRow
{
    public long OutboxId { get; init; }

    public string Destination { get; init; } = "";

    public string Body { get; init; } = "";

    public DateTimeOffset QueuedAt { get; init; }

    public int Attempts { get; init; }
}

internal sealed class SendingRow
{
    public long SendingId { get; init; }

    public string Destination { get; init; } = "";

    public string Host { get; init; } = "";

    public byte[] Body { get; init; } = [];

    public int Attempts { get; init; }

    public DateTimeOffset StartedAt { get; init; }
}

internal sealed class CountRow
{
    public string State { get; init; } = "";

    public int RowsInState { get; init; }
}
