using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GridBot.Tests.Page;

/// <summary>The demo page as a newcomer uses it, in a real Chromium.</summary>
public sealed class DemoPageTests
{
    [Fact]
    public async Task A_report_brings_a_card_and_the_ladder_beside_it()
    {
        await using var demo = await DemoInBrowser.OpenAsync();

        await demo.ReportAsync("10栋电梯坏了");

        await Expect(demo.Cards.First).ToContainTextAsync("电梯");
        await Expect(demo.Cards.First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "我来处理" })).ToBeVisibleAsync();
        await Expect(demo.Page.Locator("[aria-current=step]")).ToContainTextAsync("吴叔");
        await Expect(demo.Page.Locator("#matter [role=timer]")).ToContainTextAsync("05:00");
        await Expect(demo.Page.Locator("#log li").First).ToBeVisibleAsync();
        Assert.Empty(demo.Errors);
    }

    [Fact]
    public async Task A_tap_changes_the_card_and_the_ladder_stops()
    {
        await using var demo = await DemoInBrowser.OpenAsync();
        await demo.ReportAsync("10栋电梯坏了");
        await demo.ButtonLike("吴叔响了").ClickAsync();
        await Expect(demo.Page.Locator("#whoami")).ToContainTextAsync("吴叔的手机");

        await demo.Button("我来处理").ClickAsync();

        await Expect(demo.Button("我来处理")).ToHaveCountAsync(0);
        await Expect(demo.Page.Locator("#matter .headline")).ToContainTextAsync("吴叔在办");
        await Expect(demo.Page.Locator(".response.answered")).ToContainTextAsync("吴叔");
        Assert.Empty(demo.Errors);
    }

    [Fact]
    public async Task Fast_forward_makes_the_grid_worker_s_phone_ring()
    {
        await using var demo = await DemoInBrowser.OpenAsync();
        await demo.ReportAsync("10栋电梯坏了");

        await demo.ButtonLike("到下一步").ClickAsync();

        var toast = demo.Page.Locator(".toast").Filter(new LocatorFilterOptions { HasText = "李师傅的手机响了" });
        await Expect(toast).ToBeVisibleAsync();
        await toast.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "换成TA" }).ClickAsync();
        await Expect(demo.Page.Locator("#whoami")).ToContainTextAsync("李师傅的手机");
        await Expect(demo.Cards.First).ToContainTextAsync("请您看看");
        await Expect(demo.Page.Locator("#clock .digits")).ToContainTextAsync("10:05");
        Assert.Empty(demo.Errors);
    }

    [Fact]
    public async Task Everything_is_in_reach_on_a_phone_and_nothing_scrolls_sideways()
    {
        await using var demo = await DemoInBrowser.OpenAsync(390, 844);
        await demo.ReportAsync("10栋电梯坏了");

        foreach (var (tab, shows) in new[] { ("手机", "#device"), ("事情", "#matter"), ("时钟", "#levers") })
        {
            await demo.Page.Locator(".tabs").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = tab }).ClickAsync();
            await Expect(demo.Page.Locator(shows)).ToBeVisibleAsync();
            var widths = await demo.Page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]");
            Assert.True(widths[0] <= widths[2] && widths[1] <= widths[2], $"{tab} is wider than the screen: {string.Join(" ", widths)}");
        }

        Assert.Empty(demo.Errors);
    }

    [Fact]
    public async Task Nothing_is_loaded_from_another_origin()
    {
        await using var demo = await DemoInBrowser.OpenAsync();
        await demo.ReportAsync("10栋电梯坏了");

        Assert.NotEmpty(demo.Requests);
        Assert.All(demo.Requests, url => Assert.True(
            url.StartsWith(demo.Address.AbsoluteUri, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal), url));
    }

    [Fact]
    public async Task Whoever_cannot_see_or_has_no_mouse_can_use_it()
    {
        await using var demo = await DemoInBrowser.OpenAsync();
        await demo.ReportAsync("10栋电梯坏了");

        await Expect(demo.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        var nameless = await demo.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll("button, a[href], input, textarea, summary")]
              .filter(e => !(e.getAttribute("aria-label") || e.textContent.trim() || e.title)).map(e => e.outerHTML)
            """);
        Assert.Empty(nameless);

        var who = demo.Page.Locator(".who-button");
        await who.FocusAsync();
        await demo.Page.Keyboard.PressAsync("Enter");
        await Expect(demo.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await demo.Page.Keyboard.TypeAsync("陈书记");
        await demo.Page.Keyboard.PressAsync("Enter");
        await Expect(who).ToContainTextAsync("陈书记的手机");
    }
}
