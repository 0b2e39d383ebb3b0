using GridBot.Core.Issues;
using GridBot.Core.Wording;
using GridBot.Demo.Town;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>What rings at night, what waits for the morning, and danger to life at any hour.</summary>
public sealed class NightStories
{
    private const string Quiet = """
        quiet_hours: "22:00-07:00"
        night:
          - {urgency: urgent, from: "22:00", to: "07:00", steps: [{level: grid, window: 5m}, {level: subdistrict, window: 10m}]}
        """;

    [Fact]
    public Task What_waited_over_night_leaves_as_one_text_and_one_list_card_with_a_button_for_each() =>
        ByNightAsync("23:20:00", async story =>
        {
            await story.InGroupAsync(Zhou, "3栋楼道灯不亮");
            story.Expect("23:20:00 bot-answer 群: 【#1】路灯楼道灯不亮｜3栋 · …夜里先不打扰大家，明早7点后请人看。等不得就点“现在要人”。⏎网格助手 ［现在要人］［分错了］");
            await story.InGroupAsync(Zhou, "10栋下水道堵了");
            await story.InGroupAsync(Zhou, "10栋门口垃圾堆成山没人收");
            story.Heard();
            var rings = (await story.IssueAsync(1)).Rungs[^1].At;

            await story.PassAsync(rings - story.Now - TimeSpan.FromMilliseconds(1));
            story.Expect();
            await story.PassAsync(TimeSpan.FromMilliseconds(1));
            story.Expect(
                "push 群 @…: 【#1】3栋 …⏎【#2】10栋 …⏎【#3】10栋 …",
                "app 吴建国: 夜里登记的几件事｜点一下就算接手；…⏎#2:10栋 …⏎#3:10栋 …⏎网格助手 ［我来#2］［我来#3］［现在不便］",
                "app …: 【#1】请您看看：…");
            Assert.InRange(story.Now, At("07:00"), At("07:10"));

            await story.TapAsync(Wu, "ack:3");
            story.Expect(
                "app-update 吴建国: 夜里登记的几件事｜…记下了，您来处理…⏎#2:10栋 …⏎#3:10栋 …（吴叔已接手）⏎网格助手 ［我来#2］［查看#3］［现在不便］",
                "push 群: 【#3】10栋 …楼栋吴叔接手，0秒回应…");
            await story.InGroupAsync(Li, "2收到");
            story.Heard();
            await story.TapAsync(Wu, "ack:2");
            story.Expect("app-update 吴建国: 夜里登记的几件事｜…已由网格李师傅接手，您来帮忙也记下了。…［查看#2］［查看#3］");
            await story.InGroupAsync(Li, "1收到");
            story.Heard();
        });

    [Fact]
    public Task One_tap_says_no_to_what_is_left_of_the_list_and_the_next_step_is_asked_at_once() =>
        ByNightAsync("23:20:00", async story =>
        {
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮");
            await story.InGroupAsync(Zhou, "10栋下水道堵了");
            await story.InGroupAsync(Zhou, "10栋门口垃圾堆成山没人收");
            await story.PassAsync((await story.IssueAsync(1)).Rungs[^1].At - story.Now);
            await story.TapAsync(Wu, "ack:3");
            story.Heard();

            await story.TapAsync(Wu, CardWriter.BusyWithAll);
            story.Expect(
                "app-update 吴建国: 夜里登记的几件事｜好的，没接手的这几件，我请别人。…（吴叔已接手）⏎网格助手 ［我来#1］［我来#2］［查看#3］",
                "push 群 @李强: 【#1】10栋 …请网格员看看…⏎【#2】10栋 …",
                "app 李强: 夜里登记的几件事｜…［我来#1］［我来#2］［现在不便］");
            Assert.Collection(
                await story.ResponsesAsync(2), r => Assert.StartsWith("Building wu.jianguo Declined", r, StringComparison.Ordinal),
                r => Assert.StartsWith("Grid li.qiang Open", r, StringComparison.Ordinal));
            Assert.Equal(Wu, (await story.IssueAsync(3)).Owner);

            await story.InGroupAsync(Li, "1收到");
            await story.InGroupAsync(Li, "2收到");
            story.Heard();
        });

    [Fact]
    public Task Whoever_cannot_wait_taps_now_and_only_duty_is_rung() =>
        ByNightAsync("23:20:00", async story =>
        {
            await story.InGroupAsync(Zhou, "10栋下水道堵了");
            story.Heard();
            await story.TapInGroupAsync(Wu, "now:1");
            story.Expect("bot-update 群（吴建国）: …这一步要反映人来点。…");
            await story.TapInGroupAsync(Zhou, "now:1");
            story.Expect(
                "23:20:00 bot-update 群: 【#1】…已请网格员去看，23:25没人接就请街道值班。…［我来处理］［已有人在办］［分错了］",
                "23:20:00 push 群 @李强: 【#1】10栋 …请网格员帮忙看看。…",
                "23:20:00 app 李强: …23:25没人接就请街道值班。…");
            Assert.Equal(Urgency.Urgent, (await story.IssueAsync(1)).Urgency);
            await story.PassMinutesAsync(5);
            story.Expect("23:25:00 push 群: …请街道值班协调…", "23:25:00 push 街道值班群 @刘志远: …", "23:25:00 app 刘志远: …");
            await story.InGroupAsync(Li, "1收到");
            story.Heard();
        });

    [Fact]
    public Task The_app_says_how_to_write_it_and_understands_it() =>
        ByNightAsync("23:20:00", async story =>
        {
            await story.ToAppAsync(Zhou, "10栋下水道堵了");
            story.Expect("app-answer 周桂兰: …明早7点后请人看。等不得请回“现在要人”。");
            await story.ToAppAsync(Zhou, "现在要人");
            story.Expect("app-answer 周桂兰: 【#1】10栋 …：好的，按急事办，已请网格员。", "push 群 @李强: …", "app 李强: …");
            await story.InGroupAsync(Li, "1收到");
            story.Heard();
        });

    [Fact]
    public Task A_fire_rings_everybody_at_once_and_a_false_alarm_calls_everybody_back() =>
        ByNightAsync("02:10:00", async story =>
        {
            await story.InGroupAsync(Zhou, "12栋3楼着火了，里面还有人");
            story.Expect(
                "bot-answer 群: 【#1 紧急】12栋3楼火情｜请马上打119，我不能代您报警⏎人先撤：走楼梯、弯腰捂口鼻、别坐电梯、别回去拿东西。网格、社区、街道值班正同时提醒。打过119请点一下，让大家放心。⏎119:还没人确认已打⏎网格助手 ［119已打］［我去现场］［误报解除］",
                "02:10:00 push 群 @姚华金 @李强 @陈静: 【#1】12栋 火情！…",
                "02:10:00 push 街道值班群 @刘志远: 【#1】12栋 火情！…",
                "app 姚华金: 【#1 紧急】…［我来处理］［119已打］［我去现场］［现在不便］", "app 李强: 【#1 紧急】…",
                "app 陈静: 【#1 紧急】…［我来处理］［119已打］［我去现场］［误报解除］［现在不便］", "app 刘志远: 【#1 紧急】…");
            await story.TapInGroupAsync(Zhou, "called:1");
            story.Expect(
                "bot-update 群: 【#1 紧急】…⏎119:02:10有人确认已打⏎网格助手 ［我去现场］［误报解除］",
                "app 姚华金: 【#1】12栋 火情：02:10有人确认已打119。", "app 李强: …已打119。", "app 陈静: …已打119。", "app 刘志远: …已打119。");
            await story.TapInGroupAsync(Wu, "onsite:1");
            story.Expect(
                "bot-update 群: …现场:吴叔去了⏎…", "app 姚华金: 【#1】12栋 火情：楼栋吴叔去现场了。", "app 李强: …吴叔去现场了。",
                "app 陈静: …吴叔去现场了。", "app 刘志远: …吴叔去现场了。");
            await story.TapAsync(Li, "onsite:1");
            story.Expect("app-update 李强: …记下您去现场了，注意安全。…");
            await story.TapInGroupAsync(Wu, "alarmoff:1");
            story.Expect("bot-update 群（吴建国）: …这一步要上一级来点。…");
            await story.TapInGroupAsync(Chen, "alarmoff:1");
            story.Expect(
                "bot-update 群: …误报，已解除（陈书记02:10确认）。在路上的请回，辛苦了。…",
                "app 姚华金: …误报，已解除（陈书记02:10确认）…", "app 李强: …误报，已解除…", "app 刘志远: …误报，已解除…", "app 吴建国: …误报，已解除…",
                "app-update 姚华金: …", "app-update 李强: …", "app-update 陈静: …", "app-update 刘志远: …");
            await story.PassAsync(TimeSpan.FromHours(2));
        });

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse($"2026-11-25T{time}:00+08:00", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task ByNightAsync(string clock, Func<Story, Task> story)
    {
        using var policies = new PoliciesFile(TownBuilder.Build().PoliciesYaml.Replace("quiet_hours: \"22:00-07:00\"", Quiet, StringComparison.Ordinal));
        await TellAsync(clock, story, new Dictionary<string, string?> { ["Policies"] = policies.Path });
    }
}
