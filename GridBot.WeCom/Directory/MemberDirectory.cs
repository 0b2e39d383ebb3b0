using System.Text.Json;
using GridBot.WeCom.Messages;
using GridBot.WeCom.Sending;
using Microsoft.Extensions.Options;

namespace GridBot.WeCom.Directory;

/// <summary>
/// Looks people up in the corp's address book, to check a roster against it. It is no source of truth: an app sees its visible
/// range only.
/// </summary>
public sealed class MemberDirectory(TokenCalls calls, IOptionsMonitor<WeComOptions> options)
{
    private const int MostPerPage = 10_000;

    /// <summary>One member by userid (WeCom doc 90196).</summary>
    public async Task<MemberAnswer> FindAsync(string userId, CancellationToken cancellationToken) =>
        Read(await calls.CallAsync($"/cgi-bin/user/get?userid={Uri.EscapeDataString(userId)}", null, cancellationToken));

    /// <summary>
    /// The userid behind a mobile number (WeCom doc 95402). Use it sparingly: too many unknown numbers, a fifth of the corp's
    /// size, block it for a day.
    /// </summary>
    public async Task<MemberAnswer> FindByMobileAsync(string mobile, CancellationToken cancellationToken)
    {
        var body = RawJson.Write(json => json.WriteString("mobile", mobile));
        return Read(await calls.CallAsync("/cgi-bin/user/getuserid", body, cancellationToken));
    }

    /// <summary>
    /// All userids of the corp (WeCom doc 96067); needs WeCom:ContactSecret, since only contact synchronisation may ask. Null
    /// without it, or when WeCom refuses.
    /// </summary>
    public async Task<IReadOnlySet<string>?> ListAsync(CancellationToken cancellationToken)
    {
        if (options.CurrentValue.ContactSecret is not { Length: > 0 } secret)
        {
            return null;
        }

        var all = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var cursor = ""; ;)
        {
            var page = RawJson.Write(json =>
            {
                json.WriteString("cursor", cursor);
                json.WriteNumber("limit", MostPerPage);
            });
            if ((await calls.CallAsync("/cgi-bin/user/list_id", page, cancellationToken, secret)).Answer is not ApiAnswer.Read { Code: 0 } read)
            {
                return null;
            }

            all.UnionWith(UserIdsIn(read.Fields));
            cursor = TextOf(read.Fields, "next_cursor") ?? "";
            if (cursor.Length == 0)
            {
                return all;
            }
        }
    }

    private static MemberAnswer Read(TokenAnswer answered)
    {
        if (answered.Answer is not ApiAnswer.Read read)
        {
            return new MemberAnswer.NoAnswer(answered.Refused?.Code ?? (answered.Answer as ApiAnswer.Missing)?.Code ?? 0);
        }

        return read.Code switch
        {
            0 when TextOf(read.Fields, "userid") is { } userId =>
                new MemberAnswer.Found(new Member(userId, TextOf(read.Fields, "name") ?? "", StatusOf(read.Fields))),
            60111 or 46004 or 40003 => new MemberAnswer.Nobody(read.Code),
            60011 or 50002 or 92000 => new MemberAnswer.OutOfRange(read.Code),
            var code => new MemberAnswer.NoAnswer(code),
        };
    }

    /// <summary>Where WeCom tells none, as by number, somebody counts as active.</summary>
    private static MemberStatus StatusOf(JsonElement fields) =>
        fields.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out var number)
            && Enum.IsDefined((MemberStatus)number)
                ? (MemberStatus)number
                : MemberStatus.Active;

    private static IEnumerable<string> UserIdsIn(JsonElement fields) =>
        fields.TryGetProperty("dept_user", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(u => u.ValueKind == JsonValueKind.Object).Select(u => TextOf(u, "userid")).OfType<string>()
            : [];

    private static string? TextOf(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
