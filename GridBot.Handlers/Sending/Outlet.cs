using GridBot.Handlers.Socket;
using GridBot.WeCom.Sending;
using GridBot.WeCom.Socket;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Sending;

/// <summary>Hands a finished call to the channel that it is for, with the secret that opens it.</summary>
public sealed class Outlet(WeComClient client, SocketLine line, Ways ways, ILogger<Outlet> logger)
{
    internal Task<SendResult> CallAsync(string destination, StoredCall call, CancellationToken cancellationToken)
    {
        switch (call.Api)
        {
            case WeComApi.Push:
                var key = destination.Split(':', 2) is ["bell", var place] ? ways.KeyAt(place) : ways.KeyOf(destination["push:".Length..]);
                if (key is not null)
                {
                    return client.SendAsync(call.Request, key, cancellationToken);
                }

                logger.NoPushKey(destination);
                return Task.FromResult<SendResult>(new SendResult.Never(0, ErrorClass.PushRobot));
            case WeComApi.LateAnswer:
                return client.SendAsync(call.Request, call.Target, cancellationToken);
            case WeComApi.RobotMessage:
                return line.SendAsync(SocketCommand.Send, null, call.Body, cancellationToken);
            case WeComApi.RobotAnswer:
                return line.SendAsync(SocketCommand.Answer, call.Target, call.Body, cancellationToken);
            default:
                return client.SendAsync(call.Request, cancellationToken: cancellationToken);
        }
    }
}
