using CsCheck;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Wording;
using Xunit;

namespace GridBot.Tests.Core.Wording;

/// <summary>What a group may read: no resident's words, no reporter, nobody who didn't answer, and nothing that shames.</summary>
public sealed class GroupSecrecyTests
{
    private static readonly Words Words = new();
    private static readonly string[] Shaming = ["未响应", "超时", "退回"];

    private static readonly (string Name, Action<Life> Step)[] Steps =
    [
        ("times out", l => l.At(l.Issue.NextDueAt ?? l.Now).Happens(new IssueEvent.TimeIsUp(l.Now))),
        ("building takes it", l => l.Acks("wu")),
        ("grid takes it", l => l.Acks("liqiang")),
        ("somebody says no", l => l.Declines(l.Issue.Rungs[^1].UserId)),
        ("resolved", l => l.Resolves("liqiang")),
        ("resolved with a home in it", l => l.Happens(new IssueEvent.Resolved("liqiang", l.Now, "10栋501室已修好，有事打13900001234"))),
        ("rejected with a home in it", l => l.Happens(new IssueEvent.Rejected("chen", l.Now, "2单元302没人，电话13900001234"))),
        ("disputed", l => l.Disputes("zhou")),
        ("confirmed", l => l.Confirms("zhou")),
        ("reopened", l => l.Happens(new IssueEvent.Reopened("zhou", l.Now, "又吵了"))),
        ("handed on", l => l.Transfers(l.Issue.Owner ?? "liu", "sunmei")),
        ("returned", l => l.Returns(l.Issue.Owner ?? "wu")),
        ("escalated", l => l.Escalates("zhou")),
        ("given up", l => l.GivesUp(l.Issue.Owner ?? "wu")),
        ("deferred", l => l.Defers("liqiang", l.Now.AddDays(1))),
        ("now a fire", l => l.Corrects("zhou", "fire")),
        ("withdrawn", l => l.Happens(new IssueEvent.Withdrawn("zhou", l.Now))),
        ("alarm off", l => l.Rejects("zhou", "误报")),
        ("more words", l => l.Happens(new IssueEvent.Supplemented("zhou", l.Now, "睡不着觉"))),
        ("somebody is on it", l => l.Hears("gao")),
        ("assigned", l => l.Assigns(l.Issue.Owner ?? "liu", Level.Grid)),
        ("help is called", l => l.Happens(new IssueEvent.Called("zhou", l.Now))),
        ("grid goes there", l => l.Happens(new IssueEvent.OnSite("liqiang", l.Now))),
        ("needed now", l => l.Happens(new IssueEvent.NeededNow("zhou", l.Now))),
        ("seen", l => l.Happens(new IssueEvent.Read("liu", l.Now))),
        ("nudged", l => l.Happens(new IssueEvent.Nudged("zhou", l.Now))),
    ];

    [Fact]
    public void No_group_reads_who_reported_what_they_wrote_or_who_kept_silent() =>
        Gen.Int[0, Steps.Length - 1].Array[1, 12].Sample(
            indexes =>
            {
                var life = Life.Begin();
                foreach (var index in indexes.Prepend(-1))
                {
                    if (index >= 0)
                    {
                        Steps[index].Step(life);
                    }

                    if (life.Last is Decision.Changed)
                    {
                        CheckGroup(life);
                    }
                }
            },
            iter: 2000,
            print: i => string.Join(", ", i.Select(x => Steps[x].Name)));

    [Theory]
    [InlineData("nudged")]
    [InlineData("escalated")]
    [InlineData("disputed")]
    public void An_answer_in_the_group_names_nobody_who_was_handed_it_and_has_not_answered(string what)
    {
        var life = Life.Begin().Acks("liu").Transfers("liu", "liqiang");
        IssueEvent happened = what switch
        {
            "nudged" => new IssueEvent.Nudged("zhou", life.Now),
            "escalated" => new IssueEvent.Escalated("zhou", life.Now),
            _ => new IssueEvent.Disputed("zhou", life.Now, null),
        };
        var before = life.Issue;
        life.Happens(happened);

        Assert.DoesNotContain("李", Words.Answers.Sentence(happened, before, (Decision.Changed)life.Last, life.Now, inGroup: true), StringComparison.Ordinal);
        Assert.DoesNotContain("李", Words.Cards.StandsAt(before, life.Now), StringComparison.Ordinal);
    }

    private static void CheckGroup(Life life)
    {
        var card = Words.GroupCard(life);
        var texts = Words.All(life).OfType<Saying.InGroup>().Select(s => s.Text)
            .Append(string.Join('|', [card.Title, card.Line, card.Text, .. card.Buttons.Select(b => b.Text), .. card.Facts.Select(f => f.Value)]));
        var mayBeNamed = new[] { life.Issue.Owner, life.Before?.Owner, (life.Issue.Stage as Stage.Rejected)?.By, life.Issue.Alarm is { OnSite: [var going, ..] } ? going : null };
        foreach (var text in texts)
        {
            Assert.DoesNotContain("501", text, StringComparison.Ordinal);
            Assert.DoesNotContain("302", text, StringComparison.Ordinal);
            Assert.DoesNotContain("0000123", text, StringComparison.Ordinal);
            Assert.DoesNotContain("打桩", text, StringComparison.Ordinal);
            Assert.DoesNotContain("睡不着", text, StringComparison.Ordinal);
            Assert.DoesNotContain("周阿姨", text, StringComparison.Ordinal);
            Assert.DoesNotContain("周桂兰", text, StringComparison.Ordinal);
            Assert.All(Shaming, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
            Assert.All(
                TestTown.People.Where(p => !mayBeNamed.Any(m => RosterBook.SameUser(m, p.UserId))),
                p => Assert.False(text.Contains(p.Call, StringComparison.Ordinal) || text.Contains(p.Name, StringComparison.Ordinal), text));
        }
    }
}
