using System.Text.Json;
using GridBot.WeCom.Messages;

namespace GridBot.WeCom.Sending;

/// <summary>What came of making a group.</summary>
/// <param name="ChatId">Null when there is none.</param>
/// <param name="Code">WeCom's errcode, or the HTTP status, or 0.</param>
public sealed record AppChatMade(string? ChatId, int Code);

/// <summary>
/// Groups that the app makes itself (WeCom doc 90245): only where its visible range is the whole corp, at most 1000 a day. It
/// may speak in them and in no others, and hears nothing there. A group shows to its members with its first message.
/// </summary>
public sealed class AppChats(TokenCalls calls)
{
    /// <summary>Characters of a group's name.</summary>
    public const int LongestName = 50;

    public const int FewestMembers = 2;
    public const int MostMembers = 2000;

    /// <param name="chatId">Up to 32 letters and digits, unique in the corp; the same one again is refused with 86215.</param>
    /// <param name="owner">One of the members.</param>
    public async Task<AppChatMade> CreateAsync(
        string chatId, string name, string owner, IReadOnlyList<string> members, CancellationToken cancellationToken)
    {
        var body = RawJson.Write(json =>
        {
            json.WriteString("name", Shorten.ToCharacters(name, LongestName));
            json.WriteString("owner", owner);
            json.WriteStrings("userlist", members);
            json.WriteString("chatid", chatId);
        });
        var (answer, refused) = await calls.CallAsync("/cgi-bin/appchat/create", body, cancellationToken);
        return answer switch
        {
            ApiAnswer.Read { Code: 0 } read => new AppChatMade(ChatIdIn(read.Fields) ?? chatId, 0),
            ApiAnswer.Read read => new AppChatMade(null, read.Code),
            ApiAnswer.Missing missing => new AppChatMade(null, missing.Code),
            _ => new AppChatMade(null, refused!.Code),
        };
    }

    private static string? ChatIdIn(JsonElement fields) =>
        fields.TryGetProperty("chatid", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
