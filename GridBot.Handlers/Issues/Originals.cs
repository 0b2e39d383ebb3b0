using System.Text;
using GridBot.Core.Issues;
using GridBot.Core.Wording;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Settings;
using GridBot.Storage.Messages;
using GridBot.Storage.Sql;
using GridBot.WeCom;
using GridBot.WeCom.Callbacks;
using GridBot.WeCom.Messages;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Issues;

/// <summary>Opens what a reporter wrote, out of the sealed store, for somebody who may read it; it leaves sealed, too.</summary>
public sealed class Originals(RawMessages raw, Seal seal, AppDoor appDoor, BotDoor botDoor, IOptions<WeComOptions> weCom)
{
    public async Task<Saying> ForAsync(Issue issue, string reader, bool phone, Rulebook rules, CancellationToken cancellationToken)
    {
        var words = rules.Answers.Original(issue, await WordsAsync(issue, cancellationToken), phone);
        return new Saying.Sealed(reader, Convert.ToBase64String(seal.Close(Encoding.UTF8.GetBytes(words)))) { Kind = SayingKind.Tell, IssueId = issue.Id };
    }

    private async Task<string?> WordsAsync(Issue issue, CancellationToken cancellationToken)
    {
        if (issue.SourceId is not { } id || await raw.FindAsync(id, cancellationToken) is not { } plaintext)
        {
            return null;
        }

        CallbackDoor door = id.StartsWith(nameof(Door.App), StringComparison.Ordinal) ? appDoor : botDoor;
        return door.Read(plaintext) is { } incoming && Translator.Translate(incoming, plaintext, weCom.Value.Bot.Name, issue.OpenedAt) is { } heard
            ? string.Join("\n", new[] { heard.Text, heard.Quoted }.Where(w => !string.IsNullOrEmpty(w)))
            : null;
    }
}
