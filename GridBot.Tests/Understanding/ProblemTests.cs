using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("10栋楼下工地半夜还在打桩", "noise", "construction_night")]
    [InlineData("工地还在打桩，吵得睡不着", "noise", "construction_night")]
    [InlineData("楼上装修用电钻，吵得不行", "noise", "renovation")]
    [InlineData("门口天天跳广场舞声音太大", "noise", "square_dance")]
    [InlineData("有人从家里拉电线充电，飞线充电太危险", "fire", "unsafe_charging")]
    [InlineData("消防通道被堵住了", "fire", "fire_lane")]
    [InlineData("楼道堆满杂物", "fire", "hallway_clutter")]
    [InlineData("有辆货车乱停车挡住路", "parking", null)]
    [InlineData("共享单车乱放", "parking", "shared_bike")]
    [InlineData("路口红绿灯不亮", "traffic", "signal")]
    [InlineData("垃圾桶满了没人收", "sanitation", "exposed_rubbish")]
    [InlineData("楼下饭店油烟太大", "pollution", "fumes")]
    [InlineData("我们家停水了", "utilities", "water_outage")]
    [InlineData("整个单元停电", "utilities", "power_outage")]
    [InlineData("路上的井盖没了", "facility", "missing_cover")]
    [InlineData("3栋楼道灯不亮", "facility", "lamp")]
    [InlineData("下水道堵了往外冒污水", "facility", "drain")]
    [InlineData("树枝断了挂在半空", "greening", "fallen_tree")]
    [InlineData("有人在楼顶搭阳光房", "illegal_build", "roof")]
    [InlineData("电梯坏了", "housing", "lift")]
    [InlineData("三单元电梯老是停在半路", "housing", "lift")]
    [InlineData("10栋电梯怎么又坏了", "housing", "lift")]
    [InlineData("楼上高空抛物，扔酒瓶下来", "housing", "thrown_object")]
    [InlineData("天花板漏水", "housing", "leak")]
    [InlineData("物业费又涨了，服务却很差", "property", "fees")]
    [InlineData("隔壁夫妻打架，碗都摔了", "neighbour", "domestic")]
    [InlineData("门口小贩占道经营", "vendor", null)]
    [InlineData("楼道里贴满小广告", "vendor", "flyposting")]
    [InlineData("超市卖过期食品", "market", "expired")]
    [InlineData("我的电动车被偷了", "security", "theft")]
    [InlineData("老板拖欠工资不给", "labour", "wages")]
    [InlineData("流浪狗追着人咬", "animal", null)]
    [InlineData("邻居遛狗不牵绳", "animal", "unleashed")]
    [InlineData("开发商延期交房", "land_estate", "delivery")]
    [InlineData("独居老人没人照顾", "public_service", "lonely_elder")]
    public void Words_name_the_class(string text, string category, string? subcategory)
    {
        var reading = Ears.Hear(text);

        Assert.Equal(Intent.Report, reading.Intent);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(category, problem.Category);
        Assert.Equal(subcategory ?? problem.Subcategory, problem.Subcategory);
    }

    [Theory]
    [InlineData("装修吵死了", 10, Urgency.Normal)]
    [InlineData("装修吵死了", 21, Urgency.Normal)]
    [InlineData("装修吵死了", 22, Urgency.Urgent)]
    [InlineData("装修吵死了", 3, Urgency.Urgent)]
    [InlineData("装修吵死了", 6, Urgency.Normal)]
    [InlineData("楼道灯不亮", 23, Urgency.Normal)]
    [InlineData("楼道灯不亮，老人摔倒了", 10, Urgency.Urgent)]
    [InlineData("消防通道被堵了", 10, Urgency.Urgent)]
    [InlineData("井盖没了", 10, Urgency.Urgent)]
    public void Noise_at_night_and_what_presses_is_urgent(string text, int hour, Urgency urgency)
    {
        var at = new DateTimeOffset(2026, 11, 24, hour, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();

        Assert.Equal(urgency, Ears.Hear(text, at: at).Problems[0].Urgency);
    }

    [Theory]
    [InlineData("没有噪音了")]
    [InlineData("不吵了")]
    [InlineData("已经不漏了")]
    [InlineData("早上好")]
    [InlineData("谢谢")]
    [InlineData("辛苦了")]
    [InlineData("哈哈哈")]
    [InlineData("通知：明天停水检修")]
    [InlineData("【停电通知】明天上午检修线路，全小区停电")]
    [InlineData("大家注意，明天上午停水")]
    [InlineData("温馨提示：近期多雨，注意出行")]
    [InlineData("建议门口装个减速带")]
    [InlineData("怎么办居住证")]
    [InlineData("请问医保卡去哪办")]
    [InlineData("请问物业电话多少")]
    [InlineData("上午转了一圈，一切正常，没有异常")]
    [InlineData("团购水果，要的接龙")]
    [InlineData("收到，马上去看漏水")]
    [InlineData("不用来了，已经不吵了")]
    public void What_asks_nobody_to_come_is_no_report(string text)
    {
        var reading = Ears.Hear(text);

        Assert.False(reading.Intent is Intent.Report or Intent.Dispute, reading.Intent.ToString());
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("早上好", Intent.Chatter)]
    [InlineData("谢谢", Intent.Thanks)]
    [InlineData("🙏🙏", Intent.Thanks)]
    [InlineData("通知：明天停水检修", Intent.Notice)]
    [InlineData("今天下午消防演练", Intent.Notice)]
    [InlineData("建议门口装个减速带", Intent.Suggest)]
    [InlineData("怎么办居住证", Intent.Enquiry)]
    public void Talk_has_its_own_names(string text, Intent intent) => Assert.Equal(intent, Ears.Hear(text).Intent);

    [Theory]
    [InlineData("垃圾没人收，路灯也不亮", "sanitation facility")]
    [InlineData("两件事：1、楼道堆满杂物；2、门口小贩占道经营", "fire vendor")]
    [InlineData("3栋漏水，另外4栋电梯坏了，楼下还有人违章搭建", "housing housing illegal_build")]
    [InlineData("太吵了，装修的电钻吵死人，噪音扰民", "noise")]
    [InlineData("漏水了，天花板漏水，一直滴水", "housing")]
    [InlineData("着火了！3栋着火了，好大的浓烟", "fire")]
    public void Distinct_matters_are_distinct_problems(string text, string categories) =>
        Assert.Equal(categories, string.Join(' ', Ears.Hear(text).Problems.Select(p => p.Category)));

    [Fact]
    public void Each_problem_has_its_own_place_and_words()
    {
        var problems = Ears.Hear("5栋垃圾没人收，9栋门口路灯不亮").Problems;

        Assert.Equal(["garden-5", "garden-9"], problems.Select(p => p.Place!.PlaceId));
        Assert.Equal(["5栋垃圾没人收", "9栋门口路灯不亮"], problems.Select(p => p.Text));
    }

    [Theory]
    [InlineData("转：10栋楼下工地太吵")]
    [InlineData("【转发】10栋楼下工地太吵")]
    [InlineData("业主反映：10栋楼下工地太吵")]
    [InlineData("转：业主反映：10栋楼下工地太吵")]
    [InlineData("阳光妈妈：10栋楼下工地太吵")]
    [InlineData("转发“10栋楼下工地太吵”")]
    [InlineData("@李强 10栋楼下工地太吵")]
    [InlineData("-----\n张三 10:23\n10栋楼下工地太吵\n-----")]
    public void Wrapping_is_taken_off(string text)
    {
        var reading = Ears.Hear(text);

        Assert.Equal(Intent.Report, reading.Intent);
        Assert.Equal("10栋楼下工地太吵", reading.Problems[0].Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("请登记")]
    [InlineData("这个谁管")]
    [InlineData("有业主反映，麻烦处理")]
    public void A_quote_with_little_beside_it_is_the_report(string text)
    {
        var reading = Ears.Hear(text, quoted: "10栋楼下工地太吵");

        Assert.Equal(Intent.Report, reading.Intent);
        Assert.Equal(("noise", "garden-10", "10栋楼下工地太吵"), (reading.Problems[0].Category, reading.Problems[0].Place!.PlaceId, reading.Problems[0].Text));
    }

    [Fact]
    public void Beside_a_quote_the_sender_may_say_where_it_is() =>
        Assert.Equal("garden-7", Ears.Hear("7栋的，请登记", quoted: "工地太吵").Problems[0].Place!.PlaceId);

    [Fact]
    public void Buildings_without_water_in_one_message_are_one_problem_around_them()
    {
        var problem = Assert.Single(Ears.Hear("3栋停水了，另外5栋也停水了").Problems);

        Assert.Equal(("water_outage", "garden"), (problem.Subcategory, problem.Place!.PlaceId));
        Assert.Equal(["garden-3", "garden-5"], Ears.Hear("3栋漏水，另外5栋也漏水").Problems.Select(p => p.Place!.PlaceId));
    }
}
