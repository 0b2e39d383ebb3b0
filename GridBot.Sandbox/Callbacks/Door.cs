using System.Globalization;
using System.Text;
using GridBot.Sandbox.Sealing;

namespace GridBot.Sandbox.Callbacks;

/// <summary>One callback address of the bot: verified once by GET, then POSTed to, sealed.</summary>
internal abstract class Door(string name, string token, string aesKey, string receiveId, SandboxState state, HttpClient http) : IDisposable
{
    private readonly Seal forOthers = new(token, aesKey, "ww0000000000000000");
    private readonly SemaphoreSlim verifying = new(1, 1);
    private Uri? verified;

    public string Name { get; } = name;

    protected SandboxState State { get; } = state;

    protected Seal Seal { get; } = new(token, aesKey, receiveId);

    protected abstract Uri? Address { get; }

    protected abstract string MediaType { get; }

    public void Dispose() => verifying.Dispose();

    /// <summary>Opens the sealed reply to a callback that bore this nonce.</summary>
    public abstract Opened Open(string body, string nonce);

    /// <summary>True if the address answers the verification; asked once per address (doc 90238).</summary>
    public async Task<bool> IsVerifiedAsync()
    {
        if (Address is not { } address)
        {
            return false;
        }

        if (verified == address)
        {
            return true;
        }

        await verifying.WaitAsync();
        try
        {
            if (verified == address)
            {
                return true;
            }

            // A cold bot may be slow once; an admin would press save again.
            var passed = await VerifyAsync(address, lastTry: false) ?? await VerifyAsync(address, lastTry: true) ?? false;
            verified = passed ? address : null;
            return passed;
        }
        finally
        {
            verifying.Release();
        }
    }

    public async Task<Delivery> PostAsync(string text, Forgery forgery)
    {
        var (timestamp, nonce) = (State.Seconds.ToString(CultureInfo.InvariantCulture), State.Dice.Digits(10));
        var encrypt = (forgery == Forgery.WrongReceiveId ? forOthers : Seal).Close(text, State.Dice.Bytes(16));
        var signature = forgery == Forgery.BadSignature ? State.Dice.Hex(20) : Seal.Sign(timestamp, nonce, encrypt);
        using var request = new HttpRequestMessage(HttpMethod.Post, WithQuery(Address!, signature, timestamp, nonce, echo: null))
        {
            Content = new StringContent(Wrap(encrypt), Encoding.UTF8, MediaType),
        };

        using var timeout = new CancellationTokenSource(State.Options.CallbackTimeout);
        try
        {
            using var response = await http.SendAsync(request, timeout.Token);
            return new Delivery((int)response.StatusCode, await response.Content.ReadAsStringAsync(timeout.Token), nonce);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return new Delivery(null, "", nonce);
        }
    }

    protected abstract string Wrap(string encrypt);

    /// <summary>Checks the parts that both envelopes share, and opens what is inside.</summary>
    protected Opened OpenParts(string? encrypt, string? signature, string timestamp, string? nonce)
    {
        if (encrypt is null || signature is null || nonce is null)
        {
            return new Opened(null, "the reply's envelope lacks a part");
        }

        return signature != Seal.Sign(timestamp, nonce, encrypt) ? new Opened(null, "the reply's signature is wrong")
            : Seal.Open(encrypt, out var why) is { } text ? new Opened(text, null)
            : new Opened(null, "the reply cannot be opened: " + why);
    }

    /// <summary>Null if nobody answered in time.</summary>
    private async Task<bool?> VerifyAsync(Uri address, bool lastTry)
    {
        var echo = State.Dice.Digits(19);
        var (timestamp, nonce) = (State.Seconds.ToString(CultureInfo.InvariantCulture), State.Dice.Digits(10));
        var sealedEcho = Seal.Close(echo, State.Dice.Bytes(16));
        var uri = WithQuery(address, Seal.Sign(timestamp, nonce, sealedEcho), timestamp, nonce, sealedEcho);
        using var timeout = new CancellationTokenSource(State.Options.VerificationTimeout);
        try
        {
            using var response = await http.GetAsync(uri, timeout.Token);
            var body = await response.Content.ReadAsByteArrayAsync(timeout.Token);
            if (response.IsSuccessStatusCode && body.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(echo)))
            {
                return true;
            }

            State.Findings.Violation($"{Name}: the verification GET must answer exactly the opened echostr, got {(int)response.StatusCode} with {body.Length} bytes");
            return false;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            if (lastTry)
            {
                State.Findings.Violation($"{Name}: the verification GET was not answered within {State.Options.VerificationTimeout.TotalSeconds} s");
            }

            return null;
        }
    }

    private static Uri WithQuery(Uri address, string signature, string timestamp, string nonce, string? echo)
    {
        var query = $"msg_signature={signature}&timestamp={timestamp}&nonce={nonce}"
            + (echo is null ? "" : "&echostr=" + Uri.EscapeDataString(echo));
        return new UriBuilder(address) { Query = address.Query.Length > 1 ? address.Query[1..] + "&" + query : query }.Uri;
    }
}
