using System.Text.Json;
using GridBot.WeCom.Messages;

namespace GridBot.WeCom.Sending;

/// <summary>What came of making a group.</summary>
/// <param name="ChatId">Null when there is none.</param>
/// <param name="Code">WeCom's errcode, or the HTTP status, or -1 if no answer came.</param>
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
        return answer is ApiAnswer.Read { Code: 0 } read
            ? new AppChatMade(ChatIdIn(read.Fields) ?? chatId, 0)
            : new AppChatMade(null, CodeOf(answer, refused));
    }

    /// <summary>
    /// Makes a group's members exactly these; an owner who goes hands over to the first. Says nothing to WeCom when they are already.
    /// Returns WeCom's errcode, 0 for done.
    /// </summary>
    public async Task<int> SetMembersAsync(string chatId, IReadOnlyList<string> members, CancellationToken cancellationToken)
    {
        var (answer, refused) = await calls.CallAsync($"/cgi-bin/appchat/get?chatid={Uri.EscapeDataString(chatId)}", null, cancellationToken);
        if (answer is not ApiAnswer.Read { Code: 0 } read)
        {
            return CodeOf(answer, refused);
        }

        var there = MembersIn(read.Fields);
        List<string> come = [.. members.Except(there, StringComparer.OrdinalIgnoreCase)];
        List<string> go = [.. there.Except(members, StringComparer.OrdinalIgnoreCase)];
        if (come.Count + go.Count == 0)
        {
            return 0;
        }

        var body = RawJson.Write(json =>
        {
            json.WriteString("chatid", chatId);
            if (go.Contains(OwnerIn(read.Fields), StringComparer.OrdinalIgnoreCase))
            {
                json.WriteString("owner", members[0]);
            }

            json.WriteStrings("add_user_list", come);
            json.WriteStrings("del_user_list", go);
        });
        (answer, refused) = await calls.CallAsync("/cgi-bin/appchat/update", body, cancellationToken);
        return CodeOf(answer, refused);
    }

    private static int CodeOf(ApiAnswer? answer, SendResult.TryAgain? refused) => answer switch
    {
        ApiAnswer.Read read => read.Code,
        ApiAnswer.Missing { Code: not 0 } missing => missing.Code,
        _ => refused?.Code ?? -1,
    };

    private static string OwnerIn(JsonElement fields) =>
        fields.TryGetProperty("chat_info", out var info) && info.ValueKind == JsonValueKind.Object
            && info.TryGetProperty("owner", out var owner) && owner.ValueKind == JsonValueKind.String
                ? owner.GetString()!
                : "";

    private static List<string> MembersIn(JsonElement fields) =>
        fields.TryGetProperty("chat_info", out var info) && info.ValueKind == JsonValueKind.Object
            && info.TryGetProperty("userlist", out var list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Where(u => u.ValueKind == JsonValueKind.String).Select(u => u.GetString()!)]
                : [];

    private static string? ChatIdIn(JsonElement fields) =>
        fields.TryGetProperty("chatid", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
}
