using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Core.Understanding.Model;
using Xunit;

namespace GridBot.Tests.Understanding;

/// <summary>Sentences that no word list was written for; each says one thing plainly.</summary>
public sealed class ShippedModelTests
{
    [Theory]
    [InlineData("noise", "楼上装修的电锤从早响到晚，脑袋都要炸了")]
    [InlineData("fire", "四楼过道里塞满旧沙发和纸壳，逃生都过不去")]
    [InlineData("parking", "有辆灰色越野横在单元门前，谁都进不去车位")]
    [InlineData("traffic", "放学那会儿校门口车堵成一锅粥，得有个交警")]
    [InlineData("sanitation", "楼后的垃圾堆了好几天没人清，苍蝇满天飞")]
    [InlineData("pollution", "饭馆的油烟管正对我家窗户，呛得不敢开窗")]
    [InlineData("utilities", "我家从早上起就没水，隔壁也停了")]
    [InlineData("facility", "巷子口的窨井盖翘起来了，下雨还积水")]
    [InlineData("greening", "行道树的枝条伸到窗户里了，该修剪了")]
    [InlineData("illegal_build", "顶楼那家又在搭彩钢棚，私自加盖一层")]
    [InlineData("housing", "电梯老是半路停住，天花板还渗水")]
    [InlineData("property", "交了物业费保安却整天不见人，物业什么都不管")]
    [InlineData("vendor", "小贩把摊子摆到人行道上，路都占没了")]
    [InlineData("market", "超市卖的牛奶过期了，老板不给退钱")]
    [InlineData("security", "昨晚车棚里的电动车电瓶又被偷了三块")]
    [InlineData("labour", "干了半年活，老板拖着工资一分不给")]
    [InlineData("animal", "有人遛大狗不拴绳，吓得孩子直哭")]
    [InlineData("land_estate", "房子交了三年，开发商还不给办房产证")]
    public void Each_class_is_known_in_words_of_its_own(string category, string text)
    {
        var reading = Ears.Hear(text);
        Assert.Equal(Intent.Report, reading.Intent);
        Assert.Equal(category, reading.Judgement!.Categories[0]);
        Assert.Equal(3, reading.Judgement.Categories.Count);
    }

    [Theory]
    [InlineData(Intent.Acknowledge, "好嘞我这就下楼去瞅一眼")]
    [InlineData(Intent.Resolve, "12栋灯泡已更换，处理完毕")]
    [InlineData(Intent.Notice, "【通知】明天上午九点到十一点检修线路，届时停电，请大家提前准备")]
    [InlineData(Intent.Thanks, "太感谢李师傅了，大热天还跑一趟，辛苦")]
    [InlineData(Intent.Chatter, "晚上谁来楼下打羽毛球，我带拍子")]
    [InlineData(Intent.Enquiry, "请问给孩子上户口要带哪些证件")]
    [InlineData(Intent.Suggest, "建议在小区门口加装几个充电桩")]
    [InlineData(Intent.Withdraw, "不用过来了，是我看错了")]
    public void What_people_want_is_known_in_words_of_their_own(Intent intent, string text) => Assert.Equal(intent, Ears.Hear(text).Intent);

    [Fact]
    public void A_ticket_of_the_hotline_is_told_from_a_chat_and_gets_its_codes()
    {
        var ticket = Ears.Hear("市民来电咨询其于上月反映的小区路灯不亮工单处理进展，工单编号<TICKET>，希望尽快回复").Judgement!;
        Assert.Equal("followup", ticket.TicketIntent);
        Assert.Null(Ears.Hear("路灯又不亮了，谁管管").Judgement!.TicketIntent);
    }

    [Fact]
    public void Without_a_model_the_rules_decide_alone()
    {
        var calendar = new Calendar(TimeZoneInfo.Utc);
        var ruled = new Understander(
            WordFiles.Vocabulary, WordFiles.Categories, new PlaceIndex(Ears.Town), calendar, new DailyWindow(default, default));
        var reading = ruled.Read(new Utterance("10栋路灯坏了没人修", null, "visitor", null, Ears.ThirdGrid, Ears.Morning));
        Assert.Equal("facility", Assert.Single(reading.Problems).Category);
    }

    [Fact]
    public void Every_code_of_labelled_chats_has_its_intent() =>
        Assert.All(Codes.Intents, code => Assert.Equal(code, Codes.CodeOf(Codes.IntentOf(code)!.Value)));
}
