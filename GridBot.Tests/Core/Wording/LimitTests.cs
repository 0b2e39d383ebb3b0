using System.Text;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Wording;
using Xunit;

namespace GridBot.Tests.Core.Wording;

/// <summary>WeCom's limits: title 26, line 30, text 112, button 10 characters, and a push text of 2048 bytes.</summary>
public sealed class LimitTests
{
    private static readonly string[] Verbs =
        ["ack", "progress", "resolve", "transfer", "return", "escalate", "defer", "solved", "unsolved", "unsure", "correct", "undo", "pick",
            "busy", "nudge", "alarmoff", "status", "view", "heard", "now", "called", "onsite"];

    private static readonly string[] Places = ["10栋", "东街花园二期十八号楼", "金龙国际城市花园东区三期商住楼十八号楼副楼"];
    private static readonly long[] Numbers = [7, 128, 123456];

    public static TheoryData<int, string, long> Sizes => new(
        from name in Enumerable.Range(1, 8)
        from place in Places
        from number in Numbers
        select (name, place, number));

    [Theory, MemberData(nameof(Sizes))]
    public void Every_card_keeps_within_the_limits_and_its_end(int nameLength, string place, long number)
    {
        var scene = Town(nameLength, place);
        var words = new Words(scene);
        foreach (var urgency in Enum.GetValues<Urgency>())
        {
            var night = TestTown.Tuesday.AddHours(13.5);
            foreach (var life in Lives(() => Life.Of(Draft(number, urgency, TestTown.Tuesday), scene)).Concat(Lives(() => Life.Of(Draft(number, urgency, night), scene))))
            {
                Fits(words.GroupCard(life));
                Fits(words.Cards.Group(life.Issue with { Guesses = ["noise", "other", "noise"] }, "t", life.Now));
                Fits(words.Cards.TransferTargets(life.Issue, "t", "nobody"));
                Fits(words.Cards.ReturnReasons(life.Issue, "t"));
                Fits(words.Cards.IfOnIt(life.Issue, "t"));
                Fits(words.Cards.ToAssign(life.Issue, "t"));
                Fits(words.Cards.CategoryChoices(life.Issue, "t", ["noise", "other"]));
                Fits(words.Cards.Pick("t", [life.Issue, life.Issue], "ack"));
                Fits(words.Cards.Several("t", [life.Issue, life.Issue]));
                foreach (var saying in life.Last is Decision.Changed ? words.All(life) : [])
                {
                    Fits(saying);
                }
            }
        }
    }

    [Theory]
    [InlineData(5, 6)]
    [InlineData(6, 6)]
    public void A_list_of_the_night_has_a_button_for_each_line_and_one_for_all_where_there_is_room(int issues, int buttons)
    {
        var waiting = Enumerable.Repeat(Life.Begin().Issue, issues).ToList();
        var card = new Words().Cards.Several(TaskIds.Morning(1, waiting.Select(i => i.Id)), waiting, asked: "wu");

        Fits(card);
        Assert.Equal((issues, buttons), (card.Buttons.Count(b => b.Key.StartsWith("ack:", StringComparison.Ordinal)), card.Buttons.Count));
    }

    [Fact]
    public void Whatever_somebody_says_when_it_is_done_fits_a_push_text()
    {
        var life = Life.Begin().Resolves("wu", new string('好', 3000));

        Assert.InRange(Encoding.UTF8.GetByteCount(new Words().InGroup(life).Text), 1, 2048);
        Assert.InRange(new Words().GroupCard(life).Text.Length, 1, 112);
    }

    [Fact]
    public void A_long_complaint_gives_way_and_what_to_do_stays()
    {
        var life = Life.Of(Life.Draft() with { Text = new string('吵', 500) });
        var text = new Words().CardOf(life, "wu").Text;

        Assert.InRange(text.Length, 1, 112);
        Assert.EndsWith("您不方便就点一下，我马上请别人。", text, StringComparison.Ordinal);
        Assert.Contains("…”（反映人保密）。", text, StringComparison.Ordinal);
    }

    private static IEnumerable<Life> Lives(Func<Life> begin)
    {
        yield return begin();
        for (var steps = 1; steps <= 7; steps++)
        {
            yield return begin().TimesOut(steps);
        }

        yield return begin().Acks("wu");
        yield return begin().Acks("wu").Resolves("wu", "已和工地负责人谈好，夜里十点以后不再打桩，并且装了隔音棚，居民可以随时打电话给我们");
        yield return begin().Returns("wu", "不是我们网格的事，属于隔壁街道城管执法中队负责，请转给他们处理一下");
        yield return begin().Acks("liqiang").Defers("liqiang", TestTown.Tuesday.AddDays(20));
        yield return begin().Acks("liqiang").Transfers("liqiang", "chen");
        yield return begin().Rejects("chen", "情况不符");
        yield return begin().Happens(new IssueEvent.OnSite("chen", TestTown.Tuesday)).Happens(new IssueEvent.OnSite("wu", TestTown.Tuesday)).Happens(new IssueEvent.Called("wu", TestTown.Tuesday));
        yield return begin().TimesOut(2).Hears("zhou");
        yield return begin().Acks("liu").Assigns("liu", Level.Grid);
    }

    private static Issue Draft(long number, Urgency urgency, DateTimeOffset at) => Life.Draft(urgency: urgency, at: at) with
    {
        Number = number,
        Code = 0,
        PlaceInferred = true,
        PlaceDetail = "三单元一楼电梯口旁边",
        Text = "晚上十一点了南边那个工地还在打桩，孩子明天要考试，老人心脏不好，一晚上都没睡着，打了好几次电话也没有人来管一管，请尽快派人来看看",
    };

    private static Scene Town(int nameLength, string place)
    {
        var name = "夜间施工噪音扰民"[..nameLength];
        var categories = new CategoryTree(
        [
            new("noise", name, [], Urgency.Normal, TimeSpan.FromMinutes(30), TimeSpan.FromHours(10), false, null, []),
            new(CategoryTree.Other, "其他", [], Urgency.Normal, TimeSpan.FromHours(1), TimeSpan.FromHours(48), false, null, []),
        ]);
        var places = TestTown.Places.Select(p => p.Id == TestTown.Building10 ? p with { Name = place } : p);
        var people = TestTown.People.Select(p => p.UserId == "chen" ? p with { Call = "金龙社区党总支陈书记兼主任" } : p);
        return new Scene(TestTown.Book(places: places, people: people), TestTown.Policy, categories, TestTown.Calendar);
    }

    private static void Fits(Saying saying)
    {
        switch (saying)
        {
            case Saying.CardToPerson card:
                Fits(card.Card);
                break;
            case Saying.InGroup text:
                Assert.InRange(Encoding.UTF8.GetByteCount(text.Text), 1, 2048);
                Assert.StartsWith("【#", text.Text, StringComparison.Ordinal);
                break;
        }
    }

    private static void Fits(Card card)
    {
        Assert.InRange(card.Title.Length, 1, 26);
        Assert.InRange(card.Line.Length, 0, 30);
        Assert.InRange(card.Text.Length, 1, 112);
        Assert.InRange(card.Buttons.Count, 0, 6);
        Assert.InRange(card.Facts.Count, 0, 6);
        Assert.All(card.Facts, f => Assert.InRange(f.Name.Length, 1, 7));
        Assert.All(card.Buttons, b => Assert.InRange(b.Text.Length, 1, 10));
        Assert.All(card.Buttons, b => Assert.Contains(b.Key.Split(':')[0], Verbs));
    }
}
