using Microsoft.Playwright;
using Xunit;

namespace GridBot.Tests.Page;

/// <summary>The Chromium that the machine brings. In CI it must be there; on a desk its absence skips these tests.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    public static string? Path => Places.FirstOrDefault(File.Exists);

    public static void Need()
    {
        if (Path is null && Environment.GetEnvironmentVariable("CI") is not "true")
        {
            Assert.Skip($"No Chromium at {string.Join(", ", Places)}: apt-get install chromium");
        }

        Assert.NotNull(Path);
    }

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Path,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
        ],
    });
}
