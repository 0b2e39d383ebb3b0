using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GridBot.Tests.Page;

/// <summary>A ring is seen and heard, day and night, and changes nothing but what rings.</summary>
public sealed class RingingTests
{
    private const string CountTones = """
        window.tones = 0;
        window.AudioContext = class {
          state = "running"; currentTime = 0; destination = {};
          resume() { return Promise.resolve(); }
          createGain() { return { gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} }, connect: next => next }; }
          createOscillator() { return { frequency: {}, connect: next => next, start() { window.tones++; }, stop() {} }; }
        };
        """;

    [Fact]
    public async Task The_phone_in_the_hand_shows_what_rings_in_another_chat_and_one_tap_opens_it()
    {
        await using var demo = await DemoInBrowser.OpenAsync();
        await demo.BecomeAsync("吴叔");

        await demo.SayInGroupAsync("zhou.guilan", "@网格助手 10栋电梯坏了");

        var banner = demo.Page.Locator(".ring-banner");
        await Expect(banner).ToContainTextAsync("请您看看");
        await banner.ClickAsync();
        await Expect(demo.Page.Locator(".screen-title")).ToContainTextAsync("网格助手应用");
        await Expect(demo.Button("现在不便")).ToBeVisibleAsync();
        await Expect(banner).ToHaveCountAsync(0);
        Assert.Empty(demo.Errors);
    }

    [Fact]
    public async Task It_sounds_after_the_first_touch_unless_it_is_muted()
    {
        await using var demo = await DemoInBrowser.OpenAsync(before: CountTones);
        await demo.BecomeAsync("吴叔");
        await demo.SayInGroupAsync("zhou.guilan", "@网格助手 10栋电梯坏了");
        await Expect(demo.Page.Locator(".ring-banner")).ToBeVisibleAsync();
        var sounded = await demo.Page.EvaluateAsync<int>("window.tones");
        Assert.True(sounded > 0, "Nothing was heard.");

        await demo.Button("响铃").ClickAsync();
        await Expect(demo.Button("静音")).ToHaveAttributeAsync("aria-pressed", "false");
        await demo.SayInGroupAsync("zhou.guilan", "@网格助手 10栋下水道堵了");
        await Expect(demo.Page.Locator(".ring-banner")).ToContainTextAsync("#2");
        Assert.Equal(sounded, await demo.Page.EvaluateAsync<int>("window.tones"));
    }

    [Fact]
    public async Task The_page_goes_dark_by_the_towns_clock_and_light_again_in_the_morning()
    {
        await using var demo = await DemoInBrowser.OpenAsync();
        var dark = demo.Page.Locator("body[data-night]");
        await Expect(dark).ToHaveCountAsync(0);
        await demo.PassAsync(TimeSpan.FromHours(12.5));
        await Expect(dark).ToHaveCountAsync(1);
        await Expect(demo.Page.Locator("#clock")).ToContainTextAsync("夜里");
        await demo.PassAsync(TimeSpan.FromHours(8));
        await Expect(dark).ToHaveCountAsync(0);
    }
}
