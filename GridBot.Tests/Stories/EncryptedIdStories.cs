using GridBot.Core.Issues;
using GridBot.Storage.Messages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>Corps whose robots hear encrypted user ids.</summary>
public sealed class EncryptedIdStories
{
    private const string Conversion = "batch/openuserid_to_userid";

    [Fact]
    public Task A_report_and_a_tap_count_as_those_of_the_person_behind_the_id() =>
        TellAsync("10:00:00", async story =>
        {
            story.WeCom.AddFault(new("userid/encrypt"));
            await story.InGroupAsync(Zhou, "10栋电梯坏了");
            story.Expect("bot-answer 群: 【#1】…", "push 群 @吴建国: …", "app 吴建国: …");
            Assert.Equal(Zhou, (await story.IssueAsync(1)).ReporterId);

            await story.TapInGroupAsync(Zhou, "ack:1");
            story.Expect("bot-update 群（周桂兰）: …");
            await story.TapInGroupAsync(Wu, "ack:1");
            story.Expect("bot-update 群: …楼栋吴叔 10:00 接手…", "app-update 吴建国: …");
            Assert.Equal(Wu, Assert.IsType<Stage.Acknowledged>((await story.IssueAsync(1)).Stage).By);

            await story.InGroupAsync(Wu, "1 已修好");
            Assert.Equal(2, story.WeCom.Findings.Calls(Conversion));
            story.Heard();
        });

    [Fact]
    public Task What_WeCom_is_slow_to_tell_is_decided_when_it_is_known() =>
        TellAsync("10:00:00", async story =>
        {
            story.WeCom.AddFault(new("userid/encrypt"));
            using (var hold = story.WeCom.HoldNext(Conversion))
            {
                await story.InGroupAsync(Zhou, "10栋电梯坏了");
                story.Expect();
                hold.Release();
            }

            var aliases = story.App.Services.GetRequiredService<PersonAliases>();
            while (await aliases.OpenUserIdOfAsync(Zhou, TestContext.Current.CancellationToken) is null)
            {
                await Task.Yield();
            }

            await story.PassAsync(TimeSpan.FromSeconds(15));
            story.Expect("bot-late 群: 【#1】…", "push 群 @吴建国: …", "app 吴建国: …");
        });

    [Fact]
    public Task Whom_WeCom_does_not_tell_is_a_stranger() =>
        TellAsync("10:00:00", async story =>
        {
            story.WeCom.AddFault(new("userid/encrypt"));
            story.WeCom.ChangePerson(Zhou, p => p with { InRange = false });
            await story.InGroupAsync(Zhou, "10栋电梯坏了");
            story.Expect("bot-answer 群: 名册里还没有您，请找网格员登记。…");
            await story.InGroupAsync(Zhou, "10栋电梯坏了");
            story.Expect("bot-answer 群: 名册里还没有您，请找网格员登记。…");
            Assert.Equal(1, story.WeCom.Findings.Calls(Conversion));
        });
}
