using Microsoft.Extensions.Options;

namespace GridBot.Host;

/// <summary>Where the service listens; several addresses are parted by semicolons.</summary>
public sealed class ServerOptions
{
    public const string Section = "Server";

    /// <summary>For WeCom's callbacks. Where <see cref="AdminUrls"/> is empty, for everything.</summary>
    public string Urls { get; set; } = "";

    /// <summary>For health, metrics and pages, apart from the callbacks: these ports belong behind the firewall.</summary>
    public string AdminUrls { get; set; } = "";

    public string[] CallbackAddresses => Split(Urls);

    public string[] AdminAddresses => Split(AdminUrls);

    internal static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>Names every fault of the addresses before anything listens.</summary>
internal sealed class ServerOptionsCheck : IValidateOptions<ServerOptions>
{
    public ValidateOptionsResult Validate(string? name, ServerOptions options)
    {
        var faults = new List<string>();
        var callbacks = PortsOf("Urls", options.CallbackAddresses, faults);
        var admin = PortsOf("AdminUrls", options.AdminAddresses, faults);
        if (options.AdminAddresses.Length > 0 && options.CallbackAddresses.Length == 0)
        {
            faults.Add("Server:Urls：有 Server:AdminUrls 时必须写明回调的地址，例如 http://127.0.0.1:8080。");
        }

        faults.AddRange(callbacks.Intersect(admin).Where(port => port != 0)
            .Select(port => $"Server:AdminUrls：端口 {port} 已经在 Server:Urls 里，请换一个端口，否则管理页和回调分不开。"));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static HashSet<int> PortsOf(string setting, string[] addresses, List<string> faults)
    {
        var ports = new HashSet<int>();
        foreach (var address in addresses)
        {
            try
            {
                ports.Add(BindingAddress.Parse(address).Port);
            }
            catch (FormatException)
            {
                faults.Add($"Server:{setting}：“{address}”不是监听地址，请写成 http://127.0.0.1:8081（多个用分号隔开）。");
            }
        }

        return ports;
    }
}
