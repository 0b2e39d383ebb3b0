using GridBot.Core.Understanding.Model;
using GridBot.Storage.Issues;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>A report whose class is in doubt: one tap says which it is, and the next training hears of it.</summary>
public sealed class DoubtStories
{
    [Fact]
    public Task One_tap_on_the_right_class_changes_the_card_the_limits_and_who_is_asked_and_is_kept() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, VagueWords.For(story));
            var issue = await story.IssueAsync(1);
            Assert.Equal(3, issue.Guesses.Count);
            Assert.Equal(issue.Category, issue.Guesses[0]);
            story.Expect("bot-answer 群: 【#1】…类别拿不准，请点对的那个。…［我来处理］［已有人在办］［…］［…］［…］［分错了］", "push 群 @吴建国: …", "app 吴建国: …");

            await story.TapInGroupAsync(Zhou, $"correct:1:{issue.Guesses[1]}");
            story.Expect("bot-update 群: 【#1】…［我来处理］［已有人在办］［分错了］");
            var corrected = await story.IssueAsync(1);
            Assert.Equal((issue.Guesses[1], 0), (corrected.Category, corrected.Guesses.Count));
            var kept = Assert.Single(await CorrectionsAsync(story));
            Assert.Equal((Zhou, issue.Category, issue.Guesses[1], Pieces.Current), (kept.By, kept.Was, kept.Became, kept.Features));
            Assert.NotEmpty(Pieces.Of(kept.Features, kept.Pieces).Grams);

            await story.InGroupAsync(Zhou, "1分错了，应该是停车");
            story.Heard();
            Assert.Equal("parking", (await story.IssueAsync(1)).Category);
            Assert.Equal("parking", Assert.Single(await CorrectionsAsync(story)).Became);
        });

    [Fact]
    public Task One_tap_on_the_guess_confirms_it_and_is_kept_too() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, VagueWords.For(story));
            story.Heard();
            var issue = await story.IssueAsync(1);
            await story.TapInGroupAsync(Zhou, $"correct:1:{issue.Category}");
            story.Expect("bot-update 群: 【#1】…［我来处理］［已有人在办］［分错了］");

            var confirmed = await story.IssueAsync(1);
            Assert.Equal((issue.Category, issue.Subcategory, issue.ResolveBy, 0), (confirmed.Category, confirmed.Subcategory, confirmed.ResolveBy, confirmed.Guesses.Count));
            var kept = Assert.Single(await CorrectionsAsync(story));
            Assert.Equal((issue.Category, issue.Category), (kept.Was, kept.Became));
        });

    [Fact]
    public Task Words_taken_back_teach_nothing() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, VagueWords.For(story));
            var issue = await story.IssueAsync(1);
            await story.TapInGroupAsync(Zhou, $"correct:1:{issue.Guesses[1]}");
            Assert.Single(await CorrectionsAsync(story));

            await story.ToAppAsync(Zhou, "撤回#1");
            story.Heard();
            Assert.Empty(await CorrectionsAsync(story));
        });

    private static Task<IReadOnlyList<Correction>> CorrectionsAsync(Story story) =>
        story.App.Services.GetRequiredService<Corrections>().ReadAsync(TestContext.Current.CancellationToken);
}
