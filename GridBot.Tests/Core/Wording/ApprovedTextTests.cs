using GridBot.Core.Issues;
using GridBot.Core.Wording;
using Xunit;

namespace GridBot.Tests.Core.Wording;

/// <summary>The texts as people approved them. Whoever changes one sees it here.</summary>
public sealed class ApprovedTextTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 24, 13, 36, 0, TimeSpan.Zero);
    private static readonly Words Words = new(TestTown.SceneWith(policy: TestTown.Policy with { QuietHours = null }));
    private static readonly AlreadySeen CardInGroup = new(TestTown.GridChat, null);

    private static Life Noise(string reporter = "zhou") =>
        Life.Begin(TestTown.SceneWith(policy: TestTown.Policy with { QuietHours = null }), reporter, at: Evening);

    private static Life Smoke() => Life.Of(Life.Draft(place: TestTown.Building12, category: "fire", urgency: Urgency.Emergency, at: Evening)
        with { Number = 129, PlaceDetail = "3楼" }, TestTown.WithDutyAt(TestTown.Building12, "zhou"));

    [Fact]
    public void The_card_in_the_group()
    {
        var card = Words.GroupCard(Noise());

        Assert.Equal("【#128】工地夜间施工", card.Title);
        Assert.Equal("10栋 · 21:36登记 · 反映人保密", card.Line);
        Assert.Equal("已请本楼楼长去看，21:41没人接就请网格员。请点按钮；只在群里说“收到”，我听不见。", card.Text);
        Assert.Equal("［我来处理］［已有人在办］［分错了］", Words.Buttons(card));
    }

    [Fact]
    public void The_card_in_the_group_once_taken()
    {
        var card = Words.GroupCard(Noise().TimesOut(3).At(Evening.AddMinutes(29)).Acks("liu"));

        Assert.Equal(("【#128】工地夜间施工", "街道刘主任 22:05 接手", "谢谢各位，不再提醒其他人。"), (card.Title, card.Line, card.Text));
        Assert.Equal("［办好了］［催一下］", Words.Buttons(card));
    }

    [Fact]
    public void The_card_in_the_group_at_night()
    {
        var life = Life.Begin(at: Evening.AddMinutes(104));

        Assert.Equal("夜里先不打扰大家，明早7点后请人看。等不得就点“现在要人”。", Words.GroupCard(life).Text);
        Assert.Equal("［现在要人］［分错了］", Words.Buttons(Words.GroupCard(life)));
        Assert.StartsWith("夜里先不打扰大家，今早7点后请人看。", Words.GroupCard(Life.Begin(at: Evening.AddHours(6))).Text, StringComparison.Ordinal);
        Assert.Equal("【#128】10栋 工地夜间施工：已登记。夜里先不打扰大家，明早7点后请人看。等不得请回“现在要人”。", Words.Answers.Receipt(life.Issue, life.Ring, life.Now));
    }

    [Fact]
    public void The_ring_of_each_rung()
    {
        var life = Noise();

        Assert.Equal("【#128】10栋 工地夜间施工，请楼长帮忙看看。点上面卡片，或回：@网格助手 1收到", Words.InGroup(life, seen: CardInGroup).Text);
        Assert.Equal("【#128】10栋 工地夜间施工，请楼长帮忙看看。回：@网格助手 1收到", Words.InGroup(life).Text);
        Assert.Equal("【#128】10栋 工地夜间施工，还在等人接手，请网格员看看。回：@网格助手 1收到", Words.InGroup(life.TimesOut()).Text);
        Assert.Equal("【#128】10栋 工地夜间施工，请社区协调（卡片已发到您的企业微信）。", Words.InGroup(life.TimesOut()).Text);
        Assert.Equal("【#128】金龙社区10栋 工地夜间施工，请街道值班协调（卡片已发到您的企业微信）。", Words.InGroup(life.TimesOut()).Text);
    }

    [Fact]
    public void Only_members_are_mentioned_in_a_group_and_the_duty_group_rings_its_own()
    {
        var life = Noise();

        Assert.Equal(["wu"], Words.InGroup(life).Mentions);
        Assert.Equal(["liqiang"], Words.InGroup(life.TimesOut()).Mentions);
        Assert.Empty(Words.InGroup(life.TimesOut()).Mentions);
        Assert.Empty(Words.InGroup(life.TimesOut()).Mentions);
        Assert.Equal(["liu"], Words.InGroup(life, TestTown.DutyChat).Mentions);
        Assert.Equal(Words.InGroup(life).Text, Words.InGroup(life, TestTown.DutyChat).Text);
    }

    [Fact]
    public void In_a_group_of_all_levels_each_rung_is_mentioned_there_and_nowhere_else()
    {
        var all = new GridBot.Core.Roster.GroupChat("wrAll", "东街街道群", TestTown.SubDistrict, Enum.GetValues<GridBot.Core.Roster.Level>(), true);
        var scene = TestTown.SceneWith(TestTown.Book(groups: [all]), TestTown.Policy with { QuietHours = null });
        var (words, life) = (new Words(scene), Life.Of(Life.Draft(at: Evening) with { ChatId = "wrAll", SaidIn = "wrAll" }, scene));

        foreach (var who in new[] { "wu", "liqiang", "chen", "liu" })
        {
            Assert.Equal([who], words.All(life).OfType<Saying.InGroup>().Single().Mentions);
            life.TimesOut();
        }
    }

    [Fact]
    public void The_card_of_a_grid_worker()
    {
        var card = Words.CardOf(Noise().Declines("wu"), "liqiang");

        Assert.Equal(("【#128】请您看看：工地夜间施工", "金龙社区3网格 10栋 · 21:36"), (card.Title, card.Line));
        Assert.Equal("“工地还在打桩，吵得睡不着”（反映人保密）。21:46没人接就请社区。您不方便就点一下，我马上请别人。", card.Text);
        Assert.StartsWith("［我来处理］［现在不便］［转给别人］［不归我管］", Words.Buttons(card), StringComparison.Ordinal);
        Assert.Equal("ack:128 busy:128 transfer:128 return:128", string.Join(' ', card.Buttons.Take(4).Select(b => b.Key)));
    }

    [Fact]
    public void The_card_of_a_leader_names_those_who_were_reminded_and_not_who_said_no()
    {
        var life = Noise().After(1).Declines("wu").TimesOut(2);
        var card = Words.CardOf(life, "liu");

        Assert.Equal(("【#128】请您协调：工地夜间施工", "金龙社区10栋 · 已等26分钟"), (card.Title, card.Line));
        Assert.EndsWith("下面几位已提醒过，点名字可直接联系。", card.Text, StringComparison.Ordinal);
        Assert.Equal([new CardFact("网格", "李强", "liqiang"), new CardFact("社区", "陈静", "chen")], card.Facts);
        Assert.Equal("［我来处理］［交给社区］［交给网格］［现在不便］", Words.Buttons(card));
    }

    [Fact]
    public void Somebody_took_it()
    {
        var life = Noise().TimesOut(2).At(Evening.AddMinutes(28)).Happens(new IssueEvent.TimeIsUp(Evening.AddMinutes(30))).At(Evening.AddMinutes(30).AddSeconds(38)).Acks("liu");

        Assert.Equal("【#128】10栋 工地夜间施工：街道刘主任接手，38秒回应（上报后30分）。不再提醒其他人。", Words.InGroup(life).Text);
        Assert.Empty(Words.InGroup(life).Mentions);
    }

    [Fact]
    public void It_rings_late_after_an_outage()
    {
        var life = Noise().TimesOut();
        var outage = (Evening.AddMinutes(4), Evening.AddMinutes(29));
        life.At(Evening.AddMinutes(29)).Happens(new IssueEvent.TimeIsUp(life.Now, Evening.AddMinutes(10)));

        Assert.Equal(
            "【#128】补发：系统21:40至22:05中断，这条本该21:46发。10栋 工地夜间施工，请社区协调。已经在办的回“1收到”就行，不算晚。",
            Words.InGroup(life, outage: outage).Text);
    }

    [Fact]
    public void It_is_done()
    {
        var life = Noise().Acks("liqiang").After(45).Resolves("liqiang", "工地已停工。");

        Assert.Equal("【#128】10栋 工地夜间施工：工地已停工。21:36反映，22:21办结。谢谢大家。", Words.InGroup(life).Text);
        Assert.Empty(Words.InGroup(life).Mentions);
        Assert.Equal("【#128】10栋 工地夜间施工：已办结。21:36反映，22:21办结。谢谢大家。",
            Words.InGroup(Noise().Acks("liqiang").After(45).Resolves("liqiang", " ")).Text);
    }

    [Fact]
    public void The_reporter_is_asked()
    {
        var card = Words.CardOf(Noise().Acks("liqiang").After(45).Resolves("liqiang"), "zhou");

        Assert.Equal(("【#128】居民那边好了吗？", "10栋 工地夜间施工 · 22:21办结"), (card.Title, card.Line));
        Assert.Equal("不用专门去问，知道就点一下。不点也行，3天后结案，记“未评价”。", card.Text);
        Assert.Equal("［好了］［还没好］［不清楚］", Words.Buttons(card));
    }

    [Fact]
    public void An_emergency()
    {
        var card = Words.GroupCard(Smoke());

        Assert.Equal(("【#129 紧急】12栋3楼火情", "请马上打119，我不能代您报警"), (card.Title, card.Line));
        Assert.Equal("人先撤：走楼梯、弯腰捂口鼻、别坐电梯、别回去拿东西。网格、社区、街道值班正同时提醒。打过119请点一下，让大家放心。", card.Text);
        Assert.Equal(("119", "还没人确认已打"), (card.Facts[0].Name, card.Facts[0].Value));
        Assert.Equal("［119已打］［我去现场］［误报解除］", Words.Buttons(card));
    }

    [Fact]
    public void A_danger_whose_class_tells_nobody_what_it_is_is_called_a_danger()
    {
        var life = Life.Of(
            Life.Draft(place: TestTown.Building12, category: "noise", urgency: Urgency.Emergency, at: Evening) with { Number = 129, Subcategory = null },
            TestTown.WithDutyAt(TestTown.Building12, "zhou"));

        Assert.Equal("【#129 紧急】12栋险情", Words.GroupCard(life).Title);
        Assert.Equal("［120/110已打］［我去现场］［误报解除］", Words.Buttons(Words.GroupCard(life)));
    }

    [Fact]
    public void Help_is_called_and_people_are_on_the_way()
    {
        var life = Smoke().Happens(new IssueEvent.OnSite("liqiang", Evening));
        Assert.Equal("【#129】12栋 火情：网格李师傅去现场了。", Words.All(life).OfType<Saying.ToPerson>().First().Text);
        life.After(2).Happens(new IssueEvent.Called("zhou", life.Now));
        var card = Words.GroupCard(life);

        Assert.Equal("119:21:38有人确认已打 现场:李师傅去了", string.Join(' ', card.Facts.Select(f => $"{f.Name}:{f.Value}")));
        Assert.Equal("［我去现场］［误报解除］", Words.Buttons(card));
        Assert.Equal("【#129】12栋 火情：21:38有人确认已打119。", Words.InGroup(life).Text);
        Assert.Contains(Words.All(life).OfType<Saying.ToPerson>(), s => s.UserId == "liu" && s.Text == Words.InGroup(life).Text);
    }

    [Fact]
    public void A_false_alarm_is_over_and_everybody_who_was_rung_reads_it()
    {
        var life = Smoke().At(Evening.AddMinutes(10)).Rejects("chen", "误报");
        const string end = "【#129】12栋 火情：误报，已解除（陈书记21:46确认）。在路上的请回，辛苦了。";

        Assert.Equal(end, Words.InGroup(life).Text);
        Assert.Equal(["liqiang", "liu"], Words.All(life).OfType<Saying.ToPerson>().Where(s => s.Text == end).Select(s => s.UserId));
    }

    [Fact]
    public void A_fire_that_was_put_out_is_no_false_alarm()
    {
        var life = Smoke().Acks("liqiang").After(20).Resolves("liqiang", "明火已扑灭");

        Assert.All(Words.All(life).OfType<Saying.ToPerson>(), s => Assert.Equal("【#129】12栋 火情：明火已扑灭。21:36反映，21:56办结。谢谢大家。", s.Text));
    }

    [Fact]
    public void An_owner_who_is_overdue_and_those_above_read_different_words()
    {
        var texts = Words.All(Noise().Acks("liqiang").TimesOut(2)).OfType<Saying.ToPerson>().ToDictionary(s => s.UserId, s => s.Text);

        Assert.Equal("【#128】10栋 工地夜间施工已过办结时间（07:36），现由网格李师傅在办，请督促一下。", texts["chen"]);
        Assert.StartsWith("【#128】10栋 工地夜间施工已过办结时间（07:36）。办好了请回“办结”", texts["liqiang"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_roster_owner_reads_which_rung_is_empty()
    {
        var words = new Words();

        Assert.Equal("【#128】金龙社区3网格 12栋的楼栋这一级没有人值守，请补上名册。",
            words.All(Life.Begin(place: TestTown.Building12)).OfType<Saying.ToPerson>().Single().Text);
    }

    [Fact]
    public void The_owner_reads_what_was_added_and_no_more()
    {
        var life = Noise().Acks("wu").Happens(new IssueEvent.Supplemented("zhou", Evening, "时间：每晚十点"));

        Assert.Equal("【#128】10栋 工地夜间施工有补充：时间：每晚十点", Words.All(life).OfType<Saying.ToPerson>().Single().Text);
    }
}
