using Microsoft.Extensions.Options;

namespace GridBot.WeCom.Sending;

/// <summary>What came of a call by access token: WeCom's answer, or why there was no token to ask with.</summary>
internal readonly record struct TokenAnswer(ApiAnswer? Answer, SendResult.TryAgain? Refused);

/// <summary>
/// Calls that prove by access token who we are: once; and once more with a new token, if WeCom ended the first one early
/// (WeCom doc 91039).
/// </summary>
public sealed class TokenCalls(
    IHttpClientFactory clients, AccessTokens tokens, TrustedAddress trusted, IOptionsMonitor<WeComOptions> options, TimeProvider time)
{
    private readonly ApiCalls calls = new(clients, time);

    /// <param name="path">Without the token, for example "/cgi-bin/user/get?userid=lisi".</param>
    /// <param name="body">Null for a GET.</param>
    /// <param name="secret">The app's unless another is given.</param>
    internal async Task<TokenAnswer> CallAsync(string path, ReadOnlyMemory<byte>? body, CancellationToken cancellationToken, string? secret = null)
    {
        var corpId = options.CurrentValue.CorpId;
        secret ??= options.CurrentValue.App.Secret;
        for (var isRepeat = false; ; isRepeat = true)
        {
            var outcome = await tokens.GetAsync(corpId, secret, cancellationToken);
            if (outcome is not TokenOutcome.Granted { Token: var token })
            {
                return new TokenAnswer(null, ((TokenOutcome.Refused)outcome).Why);
            }

            var mark = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var address = new Uri(new Uri(options.CurrentValue.ApiBase), $"{path}{mark}access_token={Uri.EscapeDataString(token)}");
            var answer = body is { } given
                ? await calls.PostAsync(address, given, cancellationToken)
                : await calls.GetAsync(address, cancellationToken);
            trusted.Note(answer);
            var trouble = answer is ApiAnswer.Read { Code: var code } ? WeComErrors.ClassOf(code) : ErrorClass.Other;
            if (trouble == ErrorClass.Credentials)
            {
                return new TokenAnswer(null, tokens.Stop(corpId, secret, token, ((ApiAnswer.Read)answer).Code));
            }

            if (trouble != ErrorClass.Token)
            {
                return new TokenAnswer(answer, null);
            }

            tokens.Drop(corpId, secret, token);
            if (isRepeat)
            {
                return new TokenAnswer(answer, null);
            }
        }
    }
}
