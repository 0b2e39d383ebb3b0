using System.Net;
using Xunit;

namespace GridBot.Tests.Faults;

/// <summary>Callbacks for the world, everything else behind the firewall.</summary>
public sealed class ListenerTests
{
    private static readonly string[] Inside = ["/health/live", "/health/ready", "/metrics"];

    [Fact]
    public async Task Callbacks_and_administration_answer_on_their_own_ports_alone()
    {
        await using var town = await RealTown.BuildAsync();
        var host = await town.ServeAsync(("Server:AdminUrls", "http://127.0.0.1:0"));
        await town.UntilAsync(() => host.Addresses.Count == 2);
        var (callbacks, admin) = (host.Addresses[0], host.Addresses[1]);

        foreach (var path in Inside)
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(new Uri(admin, path)));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(new Uri(callbacks, path)));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(new Uri(callbacks, path), hostHeader: admin.Authority));
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(callbacks));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(new Uri(callbacks, "/wecom/bot")));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(new Uri(admin, "/wecom/bot")));
        await town.ReportAsync("10栋电梯坏了");
        await town.UntilAsync(() => town.Rings.Count == 1);
    }

    [Fact]
    public async Task Without_a_second_address_all_is_on_the_first()
    {
        await using var town = await RealTown.BuildAsync();
        var host = await town.ServeAsync();
        Assert.All(Inside, path => Assert.Equal(HttpStatusCode.OK, StatusAsync(new Uri(host.Address!, path)).GetAwaiter().GetResult()));
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080", "Server:AdminUrls：端口 8080")]
    [InlineData("http://127.0.0.1:8080", "8081", "Server:AdminUrls：“8081”不是监听地址")]
    [InlineData("", "http://127.0.0.1:8081", "Server:Urls")]
    public async Task Addresses_that_cant_be_kept_apart_are_refused(string urls, string adminUrls, string fault)
    {
        await using var town = await RealTown.BuildAsync();
        using var host = await HostProcess.RunAsync(town.Settings(("Server:Urls", urls), ("Server:AdminUrls", adminUrls)), town.Folder);
        Assert.Equal(2, host.ExitCode);
        Assert.Contains(fault, host.Output, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri address, string? hostHeader = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = hostHeader;
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
