using GridBot.Demo.Day;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GridBot.Tests.Page;

/// <summary>放一天: the day of the stories, with captions, at the reader's pace.</summary>
public sealed class DayOnPageTests
{
    [Fact]
    public async Task The_day_plays_step_by_step_to_its_last_caption_and_leaves_the_readers_town_as_it_was()
    {
        await using var demo = await DemoInBrowser.OpenAsync();
        await demo.ReportAsync("10栋电梯坏了");

        await demo.Button("放一天").ClickAsync();
        await demo.Button("暂停").ClickAsync();
        var caption = demo.Page.Locator(".caption-words");
        for (var seen = 0; seen <= DayScript.Read().Scenes.Count && !(await caption.InnerTextAsync()).Contains("演完了", StringComparison.Ordinal); seen++)
        {
            var before = await caption.InnerTextAsync();
            await demo.Button("下一步").ClickAsync();
            await Expect(caption).Not.ToHaveTextAsync(before);
        }

        await Expect(caption).ToContainTextAsync("每一句都和剧本一样");
        await demo.Button("停下").ClickAsync();
        await Expect(caption).ToHaveCountAsync(0);
        await demo.Button("回到原来的镇").ClickAsync();
        await Expect(demo.Page.Locator(".issue-row")).ToHaveCountAsync(1);
        await Expect(demo.Page.Locator(".issue-row")).ToContainTextAsync("#1");
        await Expect(demo.Page.Locator("#clock .digits")).ToContainTextAsync("10:00");
        Assert.Empty(demo.Errors);
    }

    [Fact]
    public async Task It_goes_on_by_itself_fits_a_phone_and_can_be_stopped()
    {
        await using var demo = await DemoInBrowser.OpenAsync(390, 844);

        await demo.Button("放一天").ClickAsync();
        await Expect(demo.Page.Locator(".caption-words")).ToHaveTextAsync(DayScript.Read().Scenes[1].Caption);
        var widths = await demo.Page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, innerWidth]");
        Assert.True(widths[0] <= widths[1], "The page is wider than the screen.");
        await demo.Button("停下").ClickAsync();
        await Expect(demo.Page.Locator(".caption-words")).ToHaveCountAsync(0);
        await Expect(demo.Button("回到原来的镇")).ToBeVisibleAsync();
        Assert.Empty(demo.Errors);
    }
}
