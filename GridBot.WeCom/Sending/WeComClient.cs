using GridBot.WeCom.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.WeCom.Sending;

/// <summary>
/// Sends what <see cref="WeComRequests"/> composed. Whatever WeCom or the network answers is a result; the only exception
/// is that of the caller's own cancellation, after which the call's fate is unknown.
/// </summary>
public sealed class WeComClient(
    IHttpClientFactory clients, TokenCalls tokenCalls, IOptionsMonitor<WeComOptions> options, TimeProvider time, ILogger<WeComClient> logger)
{
    private readonly ApiCalls calls = new(clients, time);

    /// <summary>Sends a finished body, byte for byte.</summary>
    /// <param name="request">What.</param>
    /// <param name="via">
    /// A push robot's key (<see cref="WeComApi.Push"/>) or a response_url (<see cref="WeComApi.LateAnswer"/>); null for what
    /// goes by access token. A secret, and therefore no part of the request.
    /// </param>
    /// <param name="cancellationToken">Ends the wait, not necessarily the effect.</param>
    public async Task<SendResult> SendAsync(WeComRequest request, string? via = null, CancellationToken cancellationToken = default)
    {
        var result = request.Api switch
        {
            WeComApi.Push => await PostAsync(AddressOf($"/cgi-bin/webhook/send?key={Escaped(via)}"), request, cancellationToken),
            WeComApi.LateAnswer => await AnswerLateAsync(request, via, cancellationToken),
            WeComApi.AppMessage => await PostWithTokenAsync("/cgi-bin/message/send", request, cancellationToken),
            WeComApi.AppCardUpdate => await PostWithTokenAsync("/cgi-bin/message/update_template_card", request, cancellationToken),
            WeComApi.AppChat => await PostWithTokenAsync("/cgi-bin/appchat/send", request, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Api, "No such call."),
        };

        Note(request.Api, result);
        return result;
    }

    /// <summary>
    /// Turns encrypted userids ("wo…") into plain ones (WeCom doc 101521; at most 1000). What WeCom does not know, or may not
    /// tell this app, is missing from the answer; null if there was no answer.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>?> ToUserIdsAsync(
        IReadOnlyList<string> openUserIds, CancellationToken cancellationToken)
    {
        if (!options.CurrentValue.App.Speaks)
        {
            // Only an app may ask, and this corp has none.
            return new Dictionary<string, string>();
        }

        var body = RawJson.Write(json => json.WriteStrings("open_userid_list", openUserIds));
        var (answer, _) = await tokenCalls.CallAsync("/cgi-bin/batch/openuserid_to_userid", body, cancellationToken);
        return answer is ApiAnswer.Read { Code: 0 } read ? read.UserIds() : null;
    }

    private static string Escaped(string? via) =>
        Uri.EscapeDataString(string.IsNullOrEmpty(via) ? throw new ArgumentException("A push needs its robot's key.", nameof(via)) : via);

    private Uri AddressOf(string path) => new(new Uri(options.CurrentValue.ApiBase), path);

    private async Task<SendResult> PostAsync(Uri address, WeComRequest request, CancellationToken cancellationToken) =>
        (await calls.PostAsync(address, request.Body, cancellationToken)).ToResult();

    private async Task<SendResult> AnswerLateAsync(WeComRequest request, string? responseUrl, CancellationToken cancellationToken) =>
        Uri.TryCreate(responseUrl, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? await PostAsync(address, request, cancellationToken)
            : new SendResult.Never(0, ErrorClass.Content);

    private async Task<SendResult> PostWithTokenAsync(string path, WeComRequest request, CancellationToken cancellationToken)
    {
        var (answer, refused) = await tokenCalls.CallAsync(path, request.Body, cancellationToken);
        return refused ?? answer!.ToResult();
    }

    private void Note(WeComApi api, SendResult result)
    {
        switch (result)
        {
            case SendResult.TryAgain later:
                logger.CallFailed(api, later.Code, later.Class, later.FateUnknown);
                break;
            case SendResult.Never never:
                logger.CallFailed(api, never.Code, never.Class, fateUnknown: false);
                break;
        }
    }
}
