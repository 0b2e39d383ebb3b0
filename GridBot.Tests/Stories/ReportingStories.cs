using GridBot.Core.Issues;
using GridBot.Demo.Town;
using GridBot.Sandbox.Phones;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>How problems come in: quoted, doubled, mixed, from everywhere, from strangers.</summary>
public sealed class ReportingStories
{
    [Fact]
    public Task A_bare_quote_with_an_at_reports_the_quoted_words() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "", new Quote("text", "13栋楼梯扶手松了，差点摔跤"));
            story.Expect("bot-answer 群: 【#1】…｜13栋 · …", "push 群 @傅秀华: …", "app 傅秀华: …“13栋楼梯扶手松了，差点摔跤”（反映人保密）…");
            await story.InGroupAsync(Li, "收到", new Quote("text", "【#1】13栋 市政设施，请楼长帮忙看看。"));
            story.Expect("bot-answer 群: 【#1】13栋 …网格李师傅接手…", "app-update 傅秀华: …李师傅已接手");
        });

    [Fact]
    public Task The_same_thing_reported_again_is_linked_and_one_tap_parts_it() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.PassMinutesAsync(1);
            await story.InGroupAsync(Wu, "10栋楼道的灯又不亮了");
            story.Expect("bot-answer 群: 【#1】…这件事已经有人报过，正在办，已把您这条并进去（共2人反映）。⏎网格助手 ［不是一件事］［查看进度］");
            Assert.Equal(2, (await story.IssueAsync(1)).ReporterCount);
            Assert.Equal(1, Assert.IsType<Stage.Merged>((await story.IssueAsync(2)).Stage).IntoNumber);

            await story.TapInGroupAsync(Wu, "undo:2");
            story.Expect("bot-update 群: 【#2】…已请网格员去看，10:11没人接就请社区。…", "push 群 @李强: 【#2】…", "app 李强: 【#2】…");
            Assert.Equal(1, (await story.IssueAsync(1)).ReporterCount);
        });

    [Fact]
    public Task Two_problems_in_one_message_become_two_issues_on_one_card() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "11栋门口垃圾堆成山没人收，另外12栋有人乱停车挡住出口");
            story.Expect(
                "bot-answer 群: 登记了几件事｜…#1:11栋 …⏎#2:12栋 车辆停放⏎网格助手 ［我来#1］［我来#2］",
                "push 群 @李强 @姚华金: 【#1】11栋 …，请网格员帮忙看看。回：@网格助手 1收到⏎【#2】12栋 …，请楼长帮忙看看。回：@网格助手 2收到",
                "app 李强: 【#1】…",
                "app 姚华金: 【#2】…");
            await story.TapInGroupAsync(Li, "ack:2");
            story.Expect("bot-update 群: 登记了几件事｜…#2:12栋 车辆停放（李师傅已接手）⏎网格助手 ［我来#1］［查看#2］", "app-update 姚华金: …李师傅已接手");
        });

    [Fact]
    public Task One_to_one_the_app_answers_in_words_and_the_robot_with_a_card() =>
        TellAsync("10:00:00", async story =>
        {
            await story.ToAppAsync(Zhou, "10栋下水道堵了，污水往外冒");
            story.Expect("app-answer 周桂兰: 【#1】10栋 …：已登记。已请楼长去看，有进展告诉您。", "push 群 @吴建国: 【#1】…", "app 吴建国: 【#1】…");
            await story.ToRobotAsync(Zhou, "12栋电梯门关不上");
            story.Expect("bot-answer …【#2】电梯故障｜12栋 …［我来处理］…", "push 群 @姚华金: 【#2】…", "app 姚华金: 【#2】…");
            await story.TapAsync(Wu, "ack:1");
            story.Expect("app-update 吴建国: …", "push 群: 【#1】…", "app 周桂兰: 【#1】10栋 …：楼栋吴叔接手了，办好会告诉您。");
        });

    [Fact]
    public Task Pictures_and_voices_get_what_their_channel_can_do() =>
        TellAsync("10:00:00", async story =>
        {
            await story.SayAsync(Zhou, "bot", "", image: "photo.jpg");
            await story.SayAsync(Zhou, null, "", voice: "啊");
            story.Expect("bot-answer …收到图片。请再发一句：在哪、什么事？", "app-answer 周桂兰: 我听不了语音，请点卡片，或把语音发给【网格助手】。");
            await story.SayAsync(Zhou, "bot", "", voice: "10栋电梯门关不上");
            story.Expect("bot-answer …【#1】电梯故障｜10栋 …", "push 群 @吴建国: 【#1】…", "app 吴建国: 【#1】…");
            await story.InGroupAsync(Zhou, "13栋门口垃圾堆成山没人收", image: "photo.jpg");
            story.Expect("bot-answer 群: 【#2】…｜13栋 …", "push 群 @傅秀华: 【#2】…", "app 傅秀华: 【#2】…");
        });

    [Fact]
    public async Task Strangers_and_unbound_groups_are_told_what_to_do()
    {
        var town = TownBuilder.Build();
        var stranger = town.People.First(p => town.RosterYaml.Split(p.UserId).Length == 2).UserId;
        using var roster = new RosterFile(string.Join('\n', town.RosterYaml.Split('\n').Where(l =>
            !l.Contains(stranger, StringComparison.Ordinal) && !l.Contains(town.Chats[0].ChatId, StringComparison.Ordinal))));

        await TellAsync("10:00:00", async story =>
        {
            await story.ToAppAsync(stranger, "10栋楼道灯不亮了");
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            story.Expect("app-answer …: 名册里还没有您，请找网格员登记。急事请打值班室…", "bot-answer 群: 这个群还没有绑定地点，报的事登记不了。…急事请打值班室…");
        },
        new Dictionary<string, string?> { ["Roster"] = roster.Path });
    }

    private sealed class RosterFile : IDisposable
    {
        public RosterFile(string yaml) => File.WriteAllText(Path, yaml);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"roster-{Guid.NewGuid():N}.yaml");

        public void Dispose() => File.Delete(Path);
    }
}
