using System.Security.Cryptography;
using GridBot.Core.Understanding;
using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training;
using GridBot.Handlers.Settings;
using GridBot.Host.Learning;
using GridBot.Storage;
using GridBot.Tests.Faults;
using GridBot.Tests.Understanding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>From a tap in a group to what train --corrections reads in the store of the service while that runs.</summary>
public sealed class LessonStories : IDisposable
{
    private static readonly string[] Plain = ["10栋楼道灯不亮了", "11栋下水道堵了", "12栋门口的车乱停", "13栋门口垃圾堆成山没人收"];

    private readonly string _folder = Directory.CreateTempSubdirectory("gridbot-test-").FullName;

    private static IReadOnlyList<string> Categories => Codes.Of(Aspect.Category, WordFiles.Categories);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task A_tapped_class_is_a_lesson_with_what_the_model_had_looked_at() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, VagueWords.For(story));
            var issue = await story.IssueAsync(1);
            Assert.Empty((await ReadAsync(story)).Lessons);

            await story.TapInGroupAsync(Zhou, $"correct:1:{issue.Guesses[2]}");
            story.Heard();

            var lesson = Assert.Single((await ReadAsync(story)).Lessons);
            var rules = story.App.Services.GetRequiredService<RulesInForce>().Current;
            var looked = rules.Understander.PiecesOf(
                new Utterance(issue.Text, null, Zhou, rules.Roster.FindPerson(Zhou), issue.PlaceId, issue.OpenedAt))!;
            Assert.Equal((looked.Version, ""), (lesson.Pieces!.Version, lesson.Text));
            Assert.Equal(looked.Grams, lesson.Pieces.Grams);
            Assert.Equal(looked.Signals, lesson.Pieces.Signals);
            Assert.Equal(issue.Guesses[2], ClassOf(lesson));
            Assert.True(lesson[Aspect.Category].Weight > 1);
        });

    [Fact]
    public Task The_last_word_on_each_issue_counts_and_what_is_taken_back_or_private_teaches_nothing() =>
        TellAsync("10:00:00", async story =>
        {
            foreach (var words in Plain)
            {
                await story.InGroupAsync(Zhou, words);
            }

            await story.InGroupAsync(Zhou, "1分错了，应该是停车");
            await story.InGroupAsync(Zhou, "2分错了，应该是噪音");
            await story.InGroupAsync(Zhou, "1分错了，应该是环境卫生");
            await story.InGroupAsync(Zhou, "3分错了，应该是噪音");
            await story.InGroupAsync(Zhou, "4分错了，应该是噪音");
            Assert.Equal(["sanitation", "noise", "noise", "noise"], (await ReadAsync(story)).Lessons.Select(ClassOf));

            await story.ToAppAsync(Zhou, "撤回#3");
            await story.InGroupAsync(Zhou, "4分错了，应该是邻里纠纷");
            Assert.True((await story.IssueAsync(4)).IsPrivate);
            await story.ToRobotAsync(Zhou, "保密：10栋有人聚众打麻将赌钱");
            await story.ToRobotAsync(Zhou, "#5分错了，应该是噪音");
            Assert.Equal("noise", (await story.IssueAsync(5)).Category);
            Assert.Equal(["sanitation", "noise"], (await ReadAsync(story)).Lessons.Select(ClassOf));
            story.Heard();
        });

    [Fact]
    public Task Whoever_trains_without_the_right_store_or_key_reads_what_to_do_and_nothing_is_made() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            await story.InGroupAsync(Zhou, "1分错了，应该是停车");
            story.Heard();
            var file = FileOf(story);
            Assert.Contains("没有密钥", await RefusedAsync(story, $"sqlite:{Copy(file)}"), StringComparison.Ordinal);
            Assert.False(File.Exists(Path.Combine(_folder, "gridbot.db.key")));

            var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            Assert.Contains("密钥不对", await RefusedAsync(story, $"sqlite:{file}", ("Secrets:DataKey", key)), StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(_folder, "gridbot.db.key"), "no key", TestContext.Current.CancellationToken);
            Assert.Contains("holds no key", await RefusedAsync(story, $"sqlite:{Path.Combine(_folder, "gridbot.db")}"), StringComparison.Ordinal);

            Assert.Contains("没有 ", await RefusedAsync(story, $"sqlite:{Path.Combine(_folder, "other.db")}"), StringComparison.Ordinal);
            Assert.Contains("请写 sqlite:文件", await RefusedAsync(story, file), StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(_folder, "empty.db"), "", TestContext.Current.CancellationToken);
            Assert.Contains("这个版本的服务", await RefusedAsync(story, $"sqlite:{Path.Combine(_folder, "empty.db")}", ("Secrets:DataKey", key)), StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(_folder, "*.weights"));
        });

    private static Task<Corrected> ReadAsync(Story story) => Corrected.ReadAsync($"sqlite:{FileOf(story)}", Categories);

    private static string FileOf(Story story) => story.App.Services.GetRequiredService<IOptions<StorageOptions>>().Value.SqliteFile!;

    private static string ClassOf(Example lesson) => Categories.Where((_, i) => (lesson[Aspect.Category].Right & (1UL << i)) != 0).Single();

    /// <summary>The database without the key beside it.</summary>
    private string Copy(string file)
    {
        var copy = Path.Combine(_folder, Path.GetFileName(file));
        File.Copy(file, copy);
        return copy;
    }

    private async Task<string> RefusedAsync(Story story, string store, params (string Name, string Value)[] settings)
    {
        var files = story.App.Services.GetRequiredService<SettingsFiles>();
        var all = settings.ToDictionary(s => s.Name, s => (string?)s.Value);
        (all["Roster"], all["Policies"], all["Categories"], all["Vocabulary"]) = (files.Roster, files.Policies, files.Categories, files.Vocabulary);
        using var train = await HostProcess.RunAsync(
            all, _folder, "train", "--only", "understanding", "--corrections", store,
            "--out", Path.Combine(_folder, "new.weights"));
        Assert.Equal(2, train.ExitCode);
        Assert.DoesNotContain("   at ", train.Output, StringComparison.Ordinal);
        return train.Output;
    }
}
