using System.Diagnostics;
using GridBot.Sandbox.Records;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>When it may ring, how often, and what is said late.</summary>
public sealed class TimingStories(ITestOutputHelper output)
{
    private static readonly int[] Buildings = [3, 10, 11, 12, 13];
    private static readonly string[] Noises = ["工地还在打桩", "麻将馆吵得厉害", "KTV唱歌声震天", "有人装修用电钻", "广场舞音响放得老大"];

    [Fact]
    public Task Nobody_is_mentioned_twice_within_two_minutes_what_waits_goes_in_one_text() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            await story.PassAsync(TimeSpan.FromSeconds(30));
            story.Expect("bot-answer 群: 【#1】…", "10:00:00 push 群 @吴建国: 【#1】…", "app 吴建国: 【#1】…");
            await story.InGroupAsync(Zhou, "10栋下水道堵了");
            await story.InGroupAsync(Zhou, "10栋门口垃圾堆成山没人收");
            story.Expect("bot-answer 群: 【#2】…", "bot-answer 群: 【#3】…", "app 吴建国: 【#2】…", "app 吴建国: 【#3】…");
            await story.PassAsync(TimeSpan.FromSeconds(90));
            story.Expect("10:02:00 push 群 @吴建国: 【#2】10栋 …⏎【#3】10栋 …");
            await story.InGroupAsync(Li, "1收到");
            await story.InGroupAsync(Li, "2收到");
            await story.InGroupAsync(Li, "3收到");
            Assert.Equal(6, story.Heard().Count);
        });

    [Fact]
    public Task More_than_the_robot_may_say_in_a_minute_is_gathered_emergencies_first() =>
        TellAsync("23:10:00", async story =>
        {
            foreach (var building in Buildings)
            {
                foreach (var noise in Noises)
                {
                    await story.InGroupAsync(building == 11 ? Wu : Zhou, $"{building}栋半夜{noise}，受不了");
                }
            }

            await story.InGroupAsync(Zhou, "12栋3楼着火了，里面还有人");
            var before = story.WeCom.Log.Since(0).Where(e => e.Channel == Channel.Push && e.Chat == story.Group).ToList();
            Assert.InRange(before.Count, 1, 19);
            await story.PassMinutesAsync(1);

            var late = story.WeCom.Log.Since(before[^1].Seq).Where(e => e.Channel == Channel.Push).ToList();
            Assert.True(before.Any(e => e.Text.Contains("火情", StringComparison.Ordinal)) || late[0].Text.Split('\n')[0].Contains("火情", StringComparison.Ordinal));
            var rung = before.Concat(late).SelectMany(e => e.Text.Split('\n')).Select(l => l[..l.IndexOf('】')]).Distinct().Count();
            var issues = story.WeCom.Log.Since(0).Count(e => e.Channel == Channel.BotAnswer && !e.Card!.Text.Contains("并进去", StringComparison.Ordinal));
            Assert.Equal(issues, rung);
            story.Heard();
        });

    [Fact]
    public Task After_an_outage_one_step_is_said_late_and_nothing_bursts() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.OutageAsync(TimeSpan.FromMinutes(45));
            story.Expect(
                "10:45:00 push 群 @李强: 【#1】补发：系统10:00至10:45中断，这条本该10:05发。10栋 路灯楼道灯不亮，请网格员看看。已经在办的回“1收到”就行，不算晚。",
                "10:45:00 app 李强: …10:55没人接就请社区。…");
            await story.PassMinutesAsync(10);
            story.Expect("10:55:00 push 群 @陈静: …请社区协调…", "10:55:00 app 陈静: …");
        });

    [Fact]
    public Task Seven_days_pass_and_an_issue_that_nobody_takes_is_never_quiet() =>
        TakingStories.ReportedAsync(async story =>
        {
            var watch = Stopwatch.StartNew();
            await story.PassAsync(TimeSpan.FromDays(7));
            output.WriteLine($"Seven days took {watch.Elapsed.TotalSeconds:F1} s.");

            var rings = story.WeCom.Log.Since(0).Where(e => e.Channel is Channel.Push or Channel.App).Select(e => e.At).ToList();
            Assert.All(rings.Zip(rings.Skip(1)), pair => Assert.True(pair.Second - pair.First <= TimeSpan.FromHours(24)));
            Assert.True(story.Now - rings[^1] <= TimeSpan.FromHours(24));
            Assert.NotNull((await story.IssueAsync(1)).NextDueAt);
            story.Heard();
        });
}
