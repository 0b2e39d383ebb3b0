using GridBot.Demo.Play;
using Microsoft.Playwright;
using Xunit;

namespace GridBot.Tests.Page;

/// <summary>The demo with its clock standing still, and a Chromium that looks at it. Every test gets its own.</summary>
internal sealed class DemoInBrowser : IAsyncDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8));
    private readonly DemoApp _demo;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private DemoInBrowser(DemoApp demo, IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_demo, _playwright, _browser, Page) = (demo, playwright, browser, page);
    }

    public IPage Page { get; }

    public Uri Address => _demo.Address;

    /// <summary>Everything the page asked for, and everything that went wrong in it.</summary>
    public List<string> Requests { get; } = [];

    public List<string> Errors { get; } = [];

    public static async Task<DemoInBrowser> OpenAsync(int width = 1440, int height = 900, string? before = null)
    {
        Chromium.Need();
        var demo = await DemoApp.StartAsync(
            new DemoOptions(ConfigFolder: null, "http://127.0.0.1:0", DataFolder: null, Morning, Frozen: true),
            cancellationToken: TestContext.Current.CancellationToken);
        var playwright = await Playwright.CreateAsync();
        var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        // A machine with much to do is slow, and that is no fault of the page.
        page.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        var opened = new DemoInBrowser(demo, playwright, browser, page);
        page.Request += (_, request) => opened.Requests.Add(request.Url);
        page.PageError += (_, error) => opened.Errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                opened.Errors.Add(message.Text);
            }
        };
        if (before is not null)
        {
            await page.AddInitScriptAsync(before);
        }

        await page.GotoAsync(demo.Address.AbsoluteUri);
        await Assertions.Expect(page.Locator("body[data-ready]")).ToBeVisibleAsync();
        return opened;
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator ButtonLike(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name });

    public ILocator Cards => Page.Locator(".messages .card");

    /// <summary>What somebody does who reports in the group that is open at the start.</summary>
    public async Task ReportAsync(string words)
    {
        await Page.Locator(".compose textarea").FillAsync($"@网格助手 {words}");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Cards).ToHaveCountAsync(1);
    }

    /// <summary>Takes somebody's phone into the hand, by the book of people.</summary>
    public async Task BecomeAsync(string call)
    {
        await Page.Locator(".who-button").ClickAsync();
        await Page.Locator(".people .search").FillAsync(call);
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("#whoami")).ToContainTextAsync($"{call}的手机");
    }

    /// <summary>Somebody else writes in the group, elsewhere.</summary>
    public async Task SayInGroupAsync(string user, string words)
    {
        await _demo.Sandbox.SayAsync(user, _demo.Sandbox.Town.Chats[0].ChatId, words);
        await _demo.Driver.DrainAsync(TestContext.Current.CancellationToken);
    }

    public Task PassAsync(TimeSpan span) => _demo.Driver.AdvanceAsync(span, asOutage: false, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _demo.DisposeAsync();
    }
}
