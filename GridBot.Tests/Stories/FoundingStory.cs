using GridBot.Core.Issues;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>The story for which GridBot was made: noise at night, forwarded into a group where nobody looks.</summary>
public sealed class FoundingStory
{
    [Theory, InlineData("callback"), InlineData("socket")]
    public Task A_forwarded_complaint_at_night_climbs_until_a_leader_takes_it_and_ends_when_the_resident_is_content(string mode) =>
        TellAsync("23:10:00", async story =>
        {
            await story.InGroupAsync(Zhou, "转：10栋楼下工地半夜还在打桩，吵得睡不着");
            story.Expect(
                "23:10:00 bot-answer 群: 【#1】工地夜间施工｜10栋 · 23:10登记 · 反映人保密⏎已请本楼楼长去看，23:15没人接就请网格员。请点按钮；只在群里说“收到”，我听不见。⏎网格助手 ［我来处理］…［分错了］",
                "23:10:00 push 群 @吴建国: 【#1】10栋 工地夜间施工，请楼长帮忙看看。点上面卡片，或回：@网格助手 1收到",
                "23:10:00 app 吴建国: 【#1】请您看看：工地夜间施工｜金龙社区3网格 10栋 · 23:10⏎“10栋楼下工地半夜还在打桩，吵得睡不着”（反映人保密）。23:15没人接就请网格员。…［我来处理］［现在不便］［转给别人］［不归我管］…");
            var issue = await story.IssueAsync(1);
            Assert.Equal(("noise", Urgency.Urgent, Zhou, "楼下"), (issue.Category, issue.Urgency, issue.ReporterId, issue.PlaceDetail));

            await story.PassAsync(TimeSpan.FromMilliseconds(299_999));
            story.Expect();
            await story.PassAsync(TimeSpan.FromMilliseconds(1));
            story.Expect(
                "23:15:00 push 群 @李强: 【#1】10栋 工地夜间施工，还在等人接手，请网格员看看。回：@网格助手 1收到",
                "23:15:00 app 李强: 【#1】请您看看：工地夜间施工｜…23:25没人接就请社区。…");

            await story.PassMinutesAsync(10);
            story.Expect(
                "23:25:00 push 群 @陈静: 【#1】10栋 工地夜间施工，请社区协调（卡片已发到您的企业微信）。",
                "23:25:00 app 陈静: 【#1】请您协调：工地夜间施工｜金龙社区10栋 · 已等15分钟⏎…23:40没人接就请街道值班。…楼栋:吴建国⏎网格:李强⏎…［我来处理］［交给网格］［现在不便］［不归我管］");

            await story.PassMinutesAsync(15);
            story.Expect(
                "23:40:00 push 群: 【#1】金龙社区10栋 工地夜间施工，请街道值班协调（卡片已发到您的企业微信）。",
                "23:40:00 push 街道值班群 @刘志远: 【#1】金龙社区10栋 工地夜间施工，请街道值班协调（卡片已发到您的企业微信）。",
                "23:40:00 app 刘志远: 【#1】请您协调：工地夜间施工｜金龙社区10栋 · 已等30分钟⏎…［我来处理］［交给社区］［交给网格］［现在不便］");

            await story.PassAsync(TimeSpan.FromSeconds(38));
            await story.TapAsync(Liu, "ack:1");
            story.Expect(
                "23:40:38 app-update 刘志远: 【#1】交给谁？｜10栋 工地夜间施工⏎记下了，您来处理，不再提醒其他人。交给谁去办？…［网格］［社区］［我自己办］",
                "23:40:38 push 群: 【#1】10栋 工地夜间施工：街道刘主任接手，38秒回应（上报后30分）。不再提醒其他人。",
                "app-update 吴建国: …刘主任已接手",
                "app-update 李强: …刘主任已接手",
                "app-update 陈静: …刘主任已接手");
            Assert.Equal(
                ["Building wu.jianguo Missed", "Grid li.qiang Missed", "Community chen.jing Missed", "SubDistrict liu.zhiyuan Answered 38000"],
                await story.ResponsesAsync(1));

            await story.PassMinutesAsync(30);
            story.Expect();
            await story.InGroupAsync(Li, "1 已停工");
            story.Expect(
                "00:10:38 bot-answer 群: 【#1】10栋 工地夜间施工：已停工。11月24日23:10反映，00:10办结。谢谢大家。",
                "app 周桂兰: 【#1】居民那边好了吗？｜10栋 工地夜间施工 · 00:10办结⏎…3天后结案，记“未评价”。…［好了］［还没好］［不清楚］",
                "app-update 刘志远: …已办结");

            await story.TapAsync(Zhou, "solved:1");
            story.Expect("app-update 周桂兰: …好的，已结案。谢谢！⏎网格助手⏎已结案");
            Assert.Equal(ClosedBecause.Confirmed, Assert.IsType<Stage.Closed>((await story.IssueAsync(1)).Stage).Why);

            await story.PassAsync(TimeSpan.FromDays(1));
            story.Expect();
        }, new Dictionary<string, string?> { ["WeCom:Bot:Mode"] = mode });

    [Fact]
    public Task Nobody_is_told_in_the_group_who_complained_or_what_they_wrote() =>
        TellAsync("23:10:00", async story =>
        {
            await story.InGroupAsync(Zhou, "转：10栋楼下工地半夜还在打桩，王奶奶吵得睡不着，电话13012345678");
            await story.PassMinutesAsync(60);

            foreach (var line in story.Heard().Where(l => l.Contains(" 群", StringComparison.Ordinal)))
            {
                Assert.DoesNotContain("睡不着", line, StringComparison.Ordinal);
                Assert.DoesNotContain("周桂兰", line, StringComparison.Ordinal);
            }

            Assert.DoesNotContain(story.WeCom.Log.Since(0), e => (e.Text + e.Card?.Text).Contains("13012345678", StringComparison.Ordinal));
        });
}
