using System.Text.Json;

namespace GridBot.WeCom.Sending;

/// <summary>What an answer means to a sender.</summary>
internal static class ApiResults
{
    /// <summary>Before a call is repeated that just failed on the way.</summary>
    public static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    private const int TooManyRequests = 429;
    private const int ServerErrors = 500;

    public static SendResult ToResult(this ApiAnswer answer) =>
        answer switch
        {
            ApiAnswer.Read { Code: 0 } read => new SendResult.Sent(
                TextOf(read.Fields, "msgid"), TextOf(read.Fields, "response_code"),
                UsersOf(read.Fields, "invaliduser"), UsersOf(read.Fields, "unlicenseduser")),
            ApiAnswer.Read read => WeComErrors.WaitAfter(read.Code) is { } wait
                ? new SendResult.TryAgain(wait, read.Code, WeComErrors.ClassOf(read.Code), FateUnknown: false)
                : new SendResult.Never(read.Code, WeComErrors.ClassOf(read.Code)),
            ApiAnswer.Missing missing => ToResult(missing),
            _ => throw new InvalidOperationException("No such answer."),
        };

    /// <summary>The pairs of openuserid_to_userid.</summary>
    public static Dictionary<string, string> UserIds(this ApiAnswer.Read answer)
    {
        var userIds = new Dictionary<string, string>(StringComparer.Ordinal);
        if (answer.Fields.TryGetProperty("userid_list", out var pairs) && pairs.ValueKind == JsonValueKind.Array)
        {
            foreach (var pair in pairs.EnumerateArray().Where(pair => pair.ValueKind == JsonValueKind.Object))
            {
                if (TextOf(pair, "open_userid") is { } open && TextOf(pair, "userid") is { } plain)
                {
                    userIds[open] = plain;
                }
            }
        }

        return userIds;
    }

    private static SendResult ToResult(ApiAnswer.Missing missing) =>
        missing.Code switch
        {
            TooManyRequests => new SendResult.TryAgain(TimeSpan.FromMinutes(1), missing.Code, ErrorClass.Rate, FateUnknown: false),
            // Redirects and refusals of a proxy, or an ApiBase that is not WeCom: a person must look.
            >= 300 and < ServerErrors => new SendResult.Never(missing.Code, ErrorClass.Other),
            _ => new SendResult.TryAgain(ShortWait, missing.Code, ErrorClass.Transient, missing.FateUnknown),
        };

    private static string? TextOf(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && text.GetString() is { Length: > 0 } given
            ? given
            : null;

    /// <summary>One text with bars (message/send), or an array (update_template_card).</summary>
    private static HashSet<string> UsersOf(JsonElement fields, string name)
    {
        var users = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (!fields.TryGetProperty(name, out var given))
        {
            return users;
        }

        if (given.ValueKind == JsonValueKind.String)
        {
            users.UnionWith(given.GetString()!.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
        else if (given.ValueKind == JsonValueKind.Array)
        {
            users.UnionWith(given.EnumerateArray().Where(user => user.ValueKind == JsonValueKind.String).Select(user => user.GetString()!));
        }

        return users;
    }
}
