using System.Data.Common;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Messages;

/// <summary>Who was asked where and what, because a picture came without words: their next words are the report, whichever host hears them.</summary>
public sealed class OpenQuestions(Database database)
{
    private static readonly Statement AskAgain = new("UPDATE open_question SET asked_at = @at WHERE person = @person AND chat = @chat");
    private static readonly Statement AskFirst = new("INSERT INTO open_question (person, chat, asked_at) VALUES (@person, @chat, @at)");
    private static readonly Statement Find = new("SELECT COUNT(*) AS asked FROM open_question WHERE person = @person AND chat = @chat AND asked_at >= @since");
    private static readonly Statement Delete = new("DELETE FROM open_question WHERE person = @person AND chat = @chat");
    private static readonly Statement DeleteOld = new("DELETE FROM open_question WHERE asked_at < @before");

    /// <param name="chat">The group, or the door of a 1:1 chat.</param>
    public async Task AskAsync(string person, string chat, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        if (await database.WriteAsync(AskAgain, new { person, chat, at }, cancellationToken) == 0)
        {
            try
            {
                await database.WriteAsync(AskFirst, new { person, chat, at }, cancellationToken);
            }
            catch (DbException error) when (database.IsDuplicate(error))
            {
                // Another host asked in this moment.
            }
        }
    }

    public async Task<bool> IsOpenAsync(string person, string chat, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        await database.FirstAsync<long>(Find, new { person, chat, since }, cancellationToken) > 0;

    public Task CloseAsync(string person, string chat, CancellationToken cancellationToken = default) =>
        database.WriteAsync(Delete, new { person, chat }, cancellationToken);

    public Task<int> DeleteOlderThanAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        database.WriteAsync(DeleteOld, new { before }, cancellationToken);
}
