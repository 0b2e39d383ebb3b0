using GridBot.Core.Understanding;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class CommandTests
{
    [Theory]
    [InlineData("收到", "")]
    [InlineData("收到！", "")]
    [InlineData("1收到", "1")]
    [InlineData("收到1", "1")]
    [InlineData("1 收到", "1")]
    [InlineData("１收到", "1")]
    [InlineData("1、2收到", "1 2")]
    [InlineData("①收到", "1")]
    [InlineData("我来1", "1")]
    [InlineData("128#收到", "#128")]
    [InlineData("#128 #129 收到", "#128 #129")]
    [InlineData("1和2收到", "1 2")]
    [InlineData("128号收到", "#128")]
    [InlineData("128收到", "#128")]
    [InlineData("收到#128", "#128")]
    [InlineData("#3 收到", "#3")]
    [InlineData("【#128】收到", "#128")]
    [InlineData("我来处理", "")]
    [InlineData("3我来处理", "3")]
    [InlineData("马上去", "")]
    [InlineData("收到，马上去", "")]
    [InlineData("已安排人过去", "")]
    [InlineData("好的，我这就过去看看", "")]
    [InlineData("👌", "")]
    [InlineData("ok", "")]
    [InlineData("1", "1")]
    public void Taking_an_issue(string text, string references) => Expect(text, Intent.Acknowledge, references);

    [Theory]
    [InlineData("都收到", true)]
    [InlineData("全部收到", true)]
    [InlineData("收到", false)]
    public void All_of_them_at_once(string text, bool all) => Assert.Equal(all, Ears.Hear(text).All);

    [Theory]
    [InlineData("1 已停工", "1", "已停工")]
    [InlineData("128 已办结 换了灯泡", "#128", "换了灯泡")]
    [InlineData("128已办结，换了灯泡", "#128", "换了灯泡")]
    [InlineData("#128 办结：换了灯泡", "#128", "换了灯泡")]
    [InlineData("1号楼没事，128已停工", "#128", "已停工")]
    [InlineData("修好了", "", null)]
    [InlineData("128 修好了", "#128", null)]
    [InlineData("已办结", "", null)]
    [InlineData("垃圾已经清理干净", "", "垃圾已经清理干净")]
    [InlineData("2 货车已拖走", "2", "货车已拖走")]
    public void Being_done(string text, string references, string? words)
    {
        var reading = Expect(text, Intent.Resolve, references);

        Assert.Equal(words, reading.Words);
    }

    [Theory]
    [InlineData("已联系物业，下午来修")]
    [InlineData("128 已联系物业，下午来修")]
    [InlineData("正在抢修，预计两个小时")]
    [InlineData("师傅说要等配件")]
    [InlineData("2 已经到现场了")]
    public void Being_on_the_way(string text) => Assert.Equal(Intent.Progress, Ears.Hear(text).Intent);

    [Theory]
    [InlineData("转给王强", "王强", "")]
    [InlineData("128转给王强", "王强", "#128")]
    [InlineData("转 物业", "物业", "")]
    [InlineData("1 转物业处理", "物业", "1")]
    [InlineData("1请李强落实", "李强", "1")]
    [InlineData("请李强落实", "李强", "")]
    [InlineData("128请李强办一下", "李强", "#128")]
    [InlineData("#128 移交给城管", "城管", "#128")]
    [InlineData("@城管小张 请到现场核实", "城管小张", "")]
    public void Handing_on(string text, string target, string references) =>
        Assert.Equal(target, Expect(text, Intent.Transfer, references).Target);

    [Theory]
    [InlineData("知道了", "read")]
    [InlineData("#128 已阅", "read")]
    [InlineData("已阅。", "read")]
    [InlineData("128现在要人", "now")]
    [InlineData("现在不便", "busy")]
    [InlineData("收到", null)]
    [InlineData("知道了，马上去", null)]
    public void The_words_of_a_button_mean_the_button_and_seen_alone_is_told_from_taking(string text, string? button) =>
        Assert.Equal(button, Ears.Hear(text).Button);

    [Theory]
    [InlineData("退回 不是我们网格", "不是我们网格")]
    [InlineData("退回128，属于物业", "属于物业")]
    [InlineData("不归我管", null)]
    [InlineData("这个不归我们管，找自来水公司", "这个不归我们管，找自来水公司")]
    public void Handing_back(string text, string? words)
    {
        var reading = Ears.Hear(text);

        Assert.Equal((Intent.Return, words), (reading.Intent, reading.Words));
    }

    [Theory]
    [InlineData("升级")]
    [InlineData("128升级")]
    [InlineData("上报街道")]
    [InlineData("这个网格解决不了，上报社区")]
    public void Passing_up(string text) => Assert.Equal(Intent.Escalate, Ears.Hear(text).Intent);

    [Theory]
    [InlineData("放弃")]
    [InlineData("1放弃")]
    [InlineData("我去不了了")]
    [InlineData("我走不开，换个人吧")]
    public void Giving_up(string text) => Assert.Equal(Intent.GiveUp, Ears.Hear(text).Intent);

    [Theory]
    [InlineData("挂账到周五 等配件", "2026-11-27T09:00", "等配件")]
    [InlineData("128挂账到12月3日 等审批", "2026-12-03T09:00", "等审批")]
    [InlineData("明天处理", "2026-11-25T09:00", null)]
    [InlineData("1 后天再处理", "2026-11-26T09:00", "后天再处理")]
    [InlineData("挂账到下周一", "2026-11-30T09:00", null)]
    [InlineData("延期两天", "2026-11-26T09:00", null)]
    [InlineData("挂账到周一", "2026-11-30T09:00", null)]
    [InlineData("挂账到1月5日", "2027-01-05T09:00", null)]
    [InlineData("挂账到明天下午", "2026-11-25T14:00", null)]
    [InlineData("挂账", null, null)]
    public void Putting_off(string text, string? until, string? words)
    {
        var reading = Ears.Hear(text);

        Assert.Equal(Intent.Defer, reading.Intent);
        Assert.Equal(until is null ? null : DateTimeOffset.Parse(until + "+08:00", null), reading.Until);
        Assert.Equal(words, reading.Words);
    }

    [Theory]
    [InlineData("催一下")]
    [InlineData("128催一下")]
    [InlineData("怎么还没人来")]
    [InlineData("还没人来")]
    [InlineData("等了半天没动静")]
    [InlineData("昨天报的电梯还没修")]
    [InlineData("收到了，但是还没人来")]
    public void Nudging(string text) => Assert.Equal(Intent.Nudge, Ears.Hear(text).Intent);

    [Theory]
    [InlineData("还没好")]
    [InlineData("还没修好")]
    [InlineData("没修好")]
    [InlineData("又响了")]
    [InlineData("又开始吵了")]
    [InlineData("128还没好")]
    [InlineData("根本没解决")]
    [InlineData("说是修好了，又不亮了")]
    public void Disputing(string text) => Assert.Equal(Intent.Dispute, Ears.Hear(text).Intent);

    [Theory]
    [InlineData("好了")]
    [InlineData("解决了，谢谢")]
    [InlineData("水来了，谢谢")]
    [InlineData("现在好了")]
    [InlineData("谢谢，128好了")]
    [InlineData("师傅来过了，修好了，谢谢师傅")]
    public void Confirming(string text) => Assert.Equal(Intent.Confirm, Ears.Hear(text).Intent);

    [Theory]
    [InlineData("撤回 128", "#128")]
    [InlineData("撤回128", "#128")]
    [InlineData("撤销", "")]
    [InlineData("报错了", "")]
    [InlineData("不用来了", "")]
    [InlineData("误会一场，不用派人了", "")]
    public void Taking_back(string text, string references) => Expect(text, Intent.Withdraw, references);

    [Theory]
    [InlineData("没收到")]
    [InlineData("我没收到啊")]
    public void A_denied_acknowledgement_is_none(string text) => Assert.NotEqual(Intent.Acknowledge, Ears.Hear(text).Intent);

    [Theory]
    [InlineData("没修好")]
    [InlineData("还没办结")]
    [InlineData("没处理")]
    [InlineData("修好了吗")]
    public void A_denied_or_asked_end_is_none(string text) => Assert.NotEqual(Intent.Resolve, Ears.Hear(text).Intent);

    [Theory]
    [InlineData("分错了", null, null)]
    [InlineData("不是噪音，是油烟", "pollution", null)]
    [InlineData("128分错了，应该是停车", "parking", null)]
    [InlineData("不是10栋，是11栋", null, "garden-11")]
    public void Putting_right(string text, string? category, string? place)
    {
        var reading = Ears.Hear(text);

        Assert.Equal((Intent.Correct, category, place), (reading.Intent, reading.NewCategory, reading.NewPlaceId));
    }

    [Theory]
    [InlineData("补充：是3单元")]
    [InlineData("补充一下，在后门那边")]
    [InlineData("128补充：每天晚上都这样")]
    [InlineData("10栋2单元301")]
    public void Adding(string text) => Assert.Equal(Intent.Supplement, Ears.Hear(text).Intent);

    [Theory]
    [InlineData("我明天请假，小李代班")]
    [InlineData("今晚换班，由老陈值班")]
    public void Being_away(string text) => Assert.Equal(Intent.Leave, Ears.Hear(text).Intent);

    private static Reading Expect(string text, Intent intent, string references)
    {
        var reading = Ears.Hear(text);
        Assert.Equal(intent, reading.Intent);
        Assert.Equal(references, string.Join(' ', reading.References.Select(r => r.IsNumber ? $"#{r.Value}" : $"{r.Value}")));
        return reading;
    }

    [Theory]
    [InlineData("1应该归噪音扰民", 1)]
    [InlineData("应该归噪音扰民", null)]
    public void Whoever_says_where_it_belongs_corrects_it(string text, int? code)
    {
        var reading = Ears.Hear(text);
        Assert.Equal((Intent.Correct, "noise"), (reading.Intent, reading.NewCategory));
        Assert.Equal(code is null ? [] : [code.Value], reading.References.Select(r => (int)r.Value));
    }

    [Theory]
    [InlineData("你们都是吃干饭的，废物", Intent.Chatter)]
    [InlineData("废物们，水管爆了三天没人修", Intent.Report)]
    public void Scolding_alone_is_no_report(string text, Intent intent) => Assert.Equal(intent, Ears.Hear(text).Intent);
}
