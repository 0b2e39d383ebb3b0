using System.Net;
using System.Net.Http.Headers;

namespace GridBot.WeCom.Sending;

/// <summary>One HTTP call to WeCom, with everything that can go wrong on the way turned into an answer.</summary>
internal sealed class ApiCalls(IHttpClientFactory clients, TimeProvider time)
{
    /// <summary>The name of the HttpClient. It must not log addresses: see the registration.</summary>
    public const string ClientName = "WeCom";

    /// <summary>How long a call may take, from its first byte to the answer's last.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of the longest answer that is read.</summary>
    public const int LargestAnswer = 1024 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    public Task<ApiAnswer> GetAsync(Uri address, CancellationToken cancellationToken) =>
        CallAsync(new HttpRequestMessage(HttpMethod.Get, address), cancellationToken);

    public Task<ApiAnswer> PostAsync(Uri address, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        CallAsync(
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = Json } },
            },
            cancellationToken);

    private static bool NeverLeft(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError;

    private async Task<ApiAnswer> CallAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var ofRequest = request;
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, either.Token);
            return response.StatusCode == HttpStatusCode.OK
                ? ApiAnswer.From(await response.Content.ReadAsByteArrayAsync(either.Token))
                : new ApiAnswer.Missing((int)response.StatusCode, response.StatusCode == HttpStatusCode.GatewayTimeout);
        }
        catch (HttpRequestException e)
        {
            return new ApiAnswer.Missing(0, FateUnknown: !NeverLeft(e.HttpRequestError));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ApiAnswer.Missing(0, FateUnknown: true);
        }
    }
}
