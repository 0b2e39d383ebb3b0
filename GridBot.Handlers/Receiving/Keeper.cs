using GridBot.Storage.Messages;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Receiving;

/// <summary>Keeps a message that could not be decided: in the inbox, or, when the database is away, in this host's spool.</summary>
public sealed class Keeper(Inbox inbox, Spool spool, ILogger<Keeper> logger)
{
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(1);

    /// <summary>False when it could be kept nowhere.</summary>
    public async Task<bool> KeepAsync(Heard heard, Exception because)
    {
        logger.MessageFailed(heard.MessageId, because);
        try
        {
            using var patience = new CancellationTokenSource(LongestTry);
            await inbox.RememberAsync(EntryOf(heard), patience.Token);
            return true;
        }
        catch (Exception)
        {
            return await KeepInSpoolAsync(heard);
        }
    }

    public async Task<bool> KeepInSpoolAsync(Heard heard)
    {
        try
        {
            await spool.AppendAsync(new SpooledMessage(0, heard.MessageId, heard.Door.ToString(), heard.At, heard.Plaintext.ToArray()));
            logger.MessageSpooled(heard.MessageId);
            return true;
        }
        catch (Exception error)
        {
            logger.SpoolFailed(heard.MessageId, error);
            return false;
        }
    }

    private static InboxEntry EntryOf(Heard heard) =>
        new(heard.MessageId, heard.Door.ToString(), null, heard.At, heard.ResponseUrl, heard.Plaintext.ToArray());
}
