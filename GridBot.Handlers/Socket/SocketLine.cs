using GridBot.WeCom.Sending;
using GridBot.WeCom.Socket;

namespace GridBot.Handlers.Socket;

/// <summary>The robot's long connection as this host has it: for those who send, and for health.</summary>
public sealed class SocketLine
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(5);

    private volatile BotSession? _session;
    private volatile State _state = new(SocketStanding.NotUsed, null, 0);

    public bool IsOpen => _session is { Ended.IsCompleted: false };

    /// <summary>How many frames of the present connection have been dealt with.</summary>
    public long FramesDealtWith => _session?.FramesDealtWith ?? 0;

    public SocketStanding Standing => _state.Standing is SocketStanding.Connected && !IsOpen ? SocketStanding.Unreachable : _state.Standing;

    /// <summary>When the next attempt is due, UTC; null where none is planned.</summary>
    public DateTimeOffset? NextTryAt => _state.NextTryAt;

    /// <summary>WeCom's errcode for <see cref="SocketStanding.Refused"/> and <see cref="SocketStanding.Unreachable"/>; 0 for none.</summary>
    public int Code => _state.Code;

    internal BotSession? Session => _session;

    /// <summary>Sends a finished body; without a connection it is to be tried again.</summary>
    /// <param name="requestId">That of the message which is answered; null for a message of the robot's own.</param>
    public Task<SendResult> SendAsync(string command, string? requestId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        _session is { Ended.IsCompleted: false } session
            ? session.SendAsync(command, requestId, body, cancellationToken)
            : Task.FromResult<SendResult>(new SendResult.TryAgain(SoonAgain, 0, ErrorClass.Transient, FateUnknown: false));

    internal void Open(BotSession session)
    {
        _session = session;
        _state = new State(SocketStanding.Connected, null, 0);
    }

    internal void Close(SocketStanding standing, DateTimeOffset? nextTryAt, int code = 0)
    {
        _session = null;
        _state = new State(standing, nextTryAt, code);
    }

    private sealed record State(SocketStanding Standing, DateTimeOffset? NextTryAt, int Code);
}
