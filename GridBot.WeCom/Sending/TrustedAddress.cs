using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace GridBot.WeCom.Sending;

/// <summary>
/// Whether WeCom trusts the address that our calls come from (企业可信IP). 60020 means that nothing goes out until a person has
/// entered the address; which one it is, WeCom tells in the error's text alone.
/// </summary>
public sealed partial class TrustedAddress(ILogger<TrustedAddress> logger)
{
    private const string Unknown = "?";
    private volatile string? refused;

    /// <summary>The address that WeCom refuses ("?" where it didn't tell); null while calls are let through.</summary>
    public string? Refused => refused;

    internal void Note(ApiAnswer answer)
    {
        if (answer is ApiAnswer.Read { Code: WeComErrors.AddressNotTrusted or WeComErrors.AddressNotTrustedEither } read)
        {
            var address = AddressIn(read.Fields) ?? Unknown;
            if (refused != address)
            {
                refused = address;
                logger.AddressNotTrusted(address);
            }
        }
        else if (answer is ApiAnswer.Read)
        {
            refused = null;
        }
    }

    private static string? AddressIn(JsonElement fields) =>
        fields.TryGetProperty("errmsg", out var text) && text.ValueKind == JsonValueKind.String
            && Address().Match(text.GetString()!) is { Success: true } match
                ? match.Groups[1].Value
                : null;

    [GeneratedRegex(@"from ip: ?([0-9A-Fa-f.:]{3,45})")]
    private static partial Regex Address();
}
