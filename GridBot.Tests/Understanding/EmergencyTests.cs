using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class EmergencyTests
{
    [Theory]
    [InlineData("6栋三楼着火了", "fire")]
    [InlineData("快来人啊 2号楼起火了！", "fire")]
    [InlineData("12栋3楼冒浓烟", "fire")]
    [InlineData("垃圾桶烧起来了，火苗好高", "fire")]
    [InlineData("楼上窗户往外冒烟，敲门没人", "fire")]
    [InlineData("好像着火了，有焦味", "fire")]
    [InlineData("是不是着火了？走廊全是烟", "fire")]
    [InlineData("听说10栋起火了", "fire")]
    [InlineData("昨晚救过火的那家现在又冒烟了", "fire")]
    [InlineData("车棚爆炸了", "fire")]
    [InlineData("电动车充电时自燃", "fire")]
    [InlineData("一进门就闻到煤气味", "utilities")]
    [InlineData("楼道里燃气味道很重，应该是漏气了", "utilities")]
    [InlineData("挖机把燃气管道挖断了", "utilities")]
    [InlineData("从昨天开始一直有煤气味", "utilities")]
    [InlineData("有人困电梯里了", "housing")]
    [InlineData("8栋电梯停在五楼，里面有人", "housing")]
    [InlineData("我们三个人被困在电梯里", "housing")]
    [InlineData("李奶奶晕倒不醒了", "public_service")]
    [InlineData("有个大爷倒在地上叫不醒", "public_service")]
    [InlineData("我老伴没有呼吸了", "public_service")]
    [InlineData("邻居突发心脏病 快打120", "public_service")]
    [InlineData("小孩掉进河里了", "other")]
    [InlineData("人工湖有人落水", "other")]
    [InlineData("楼顶有人要跳楼", "other")]
    [InlineData("她发消息说不想活了", "other")]
    [InlineData("门口有人持刀", "security")]
    [InlineData("两个人打架，一个拿着刀", "security")]
    [InlineData("火还没扑灭，老人还在里面", "fire")]
    [InlineData("老人还在里面", "other")]
    [InlineData("孩子走丢了，穿红衣服", "other")]
    [InlineData("脚手架倒塌压住人了", "housing")]
    [InlineData("广告牌掉下来砸到人了", "housing")]
    [InlineData("有人触电了", "utilities")]
    [InlineData("路口撞车，司机满头是血", "public_service")]
    [InlineData("救命啊！", "other")]
    [InlineData("着火了：3栋，快来", "fire")]
    [InlineData("老人摔了一跤爬不起来", "public_service")]
    [InlineData("收到，1号楼真的着火了！", "fire")]
    [InlineData("通知一下，3栋现在着火了，大家先撤", "fire")]
    [InlineData("这不是演练，9栋着火了", "fire")]
    [InlineData("谢谢，不过楼下又着火了", "fire")]
    [InlineData("明火没扑灭，还在烧起来", "fire")]
    [InlineData("３号楼着火了", "fire")]
    [InlineData("转：业主群说5栋冒黑烟", "fire")]
    public void Danger_to_life_is_an_emergency_report(string text, string category)
    {
        var reading = Ears.Hear(text);

        Assert.Equal(Intent.Report, reading.Intent);
        Assert.Equal((Urgency.Emergency, category), (reading.Problems[0].Urgency, reading.Problems[0].Category));
    }

    [Theory]
    [InlineData("晚上去吃火锅吗")]
    [InlineData("这家店火了，天天排队")]
    [InlineData("群里又炸了，几百条消息")]
    [InlineData("气炸了，又堵车")]
    [InlineData("看得我冒火，天天这样")]
    [InlineData("今天下午消防演练，请大家参加")]
    [InlineData("演练 10栋着火")]
    [InlineData("周三消防演习会放烟雾，冒烟是正常的")]
    [InlineData("去年这里着火过一次")]
    [InlineData("昨天已经把着火的那户安顿好了")]
    [InlineData("前年4栋起火，损失不小")]
    [InlineData("新闻说有个商场着火了")]
    [InlineData("外地有小区燃气爆炸，好吓人")]
    [InlineData("视频里那个楼起火太恐怖")]
    [InlineData("火已经扑灭了")]
    [InlineData("明火已扑灭，无人员受伤")]
    [InlineData("查过了没漏气")]
    [InlineData("没有煤气味，放心")]
    [InlineData("没有着火，是做饭的烟")]
    [InlineData("没有人受伤")]
    [InlineData("二楼灭火器过期了")]
    [InlineData("3栋楼道灯不亮")]
    [InlineData("楼道堆这么多东西，迟早着火")]
    [InlineData("万一着火怎么跑")]
    [InlineData("电动车上楼容易引起火灾")]
    [InlineData("这里有火灾隐患")]
    [InlineData("预防煤气中毒，记得开窗")]
    [InlineData("被困人员已救出，电梯停用")]
    [InlineData("电梯又坏了，上下楼不方便")]
    [InlineData("轮胎漏气了谁有打气筒")]
    [InlineData("跳楼价清仓大甩卖")]
    [InlineData("救命这天也太热了")]
    [InlineData("热得嗓子冒烟")]
    [InlineData("煤气味散了，没事")]
    [InlineData("楼下饭店冒烟，油烟味太大")]
    [InlineData("猫走丢了，谁见过橘猫")]
    [InlineData("不是着火，虚惊一场")]
    [InlineData("孩子找到了，谢谢大家，刚才走丢急死了")]
    public void What_only_sounds_dangerous_is_none(string text) =>
        Assert.DoesNotContain(Ears.Hear(text).Problems, p => p.Urgency == Urgency.Emergency);

    [Fact]
    public void A_worn_out_extinguisher_is_a_matter_of_fire_safety()
    {
        var problem = Assert.Single(Ears.Hear("二楼灭火器过期了").Problems);

        Assert.Equal(("fire", Urgency.Normal), (problem.Category, problem.Urgency));
    }

    [Fact]
    public void An_emergency_comes_first_of_two_matters()
    {
        var reading = Ears.Hear("10栋停水了，还有人困在电梯里");

        Assert.Equal(["housing", "utilities"], reading.Problems.Select(p => p.Category));
        Assert.Equal([Urgency.Emergency, Urgency.Urgent], reading.Problems.Select(p => p.Urgency));
    }

    [Fact]
    public void A_quoted_emergency_is_one_too() =>
        Assert.Equal(Urgency.Emergency, Ears.Hear("", quoted: "五楼冒浓烟了").Problems[0].Urgency);

    /// <summary>What no word of the list tells is an alarm when the model hears it, unless something says that it isn't in earnest.</summary>
    [Theory]
    [InlineData("10栋电梯", Intent.Report, 0.9f, false)]
    [InlineData("他整个人不对劲", Intent.Report, 0.9f, true)]
    [InlineData("他整个人不对劲", Intent.Report, 0.2f, false)]
    [InlineData("他整个人不对劲", Intent.Chatter, 0.9f, false)]
    [InlineData("他整个人不对劲", Intent.Supplement, 0.9f, true)]
    [InlineData("他整个人不对劲", Intent.Supplement, 0.6f, false)]
    [InlineData("演练：他整个人不对劲", Intent.Report, 0.9f, false)]
    [InlineData("电影里他整个人不对劲", Intent.Report, 0.9f, false)]
    [InlineData("去年他整个人不对劲", Intent.Report, 0.9f, false)]
    [InlineData("他整个人不对劲，已送医", Intent.Report, 0.9f, false)]
    [InlineData("他整个人不对劲，吃火锅呢", Intent.Report, 0.9f, true)]
    [InlineData("没有着火，他整个人不对劲", Intent.Report, 0.9f, false)]
    public void The_model_hears_what_nobody_put_on_the_list(string text, Intent intent, float share, bool suspects)
    {
        var passage = Passage.Of(text, new PhraseBook(WordFiles.Vocabulary, WordFiles.Categories), new PlaceIndex(Ears.Town));

        Assert.Null(EmergencyWatch.Watch(passage));
        Assert.Equal(suspects, EmergencyWatch.Suspects(passage, IntentGuess.Likely(intent, 0.9), share));
    }

    [Fact]
    public void What_a_rule_is_certain_of_is_suspected_of_nothing()
    {
        var passage = Passage.Of("他整个人不对劲", new PhraseBook(WordFiles.Vocabulary, WordFiles.Categories), new PlaceIndex(Ears.Town));

        Assert.False(EmergencyWatch.Suspects(passage, new IntentGuess(Intent.Report, 1, IsCertain: true), 0.9f));
    }

    /// <summary>The model has never heard the words that an operator adds: plain ones it may doubt, certain ones not.</summary>
    [Fact]
    public void A_danger_that_the_list_marks_as_certain_is_an_alarm_whatever_the_model_thinks()
    {
        var before = Ears.Hear("大家晚上好，今晚月亮真圆");
        var vocabulary = WordFiles.Vocabulary with { Dangers = [.. WordFiles.Vocabulary.Dangers, new Danger("试验", "fire", null, ["!月亮真圆"])] };
        var after = Ears.With(ShippedWeights.Value, vocabulary).Read(new Utterance("大家晚上好，今晚月亮真圆", null, "visitor", null, Ears.ThirdGrid, Ears.Morning));

        Assert.Empty(before.Problems);
        Assert.Equal((Urgency.Emergency, "fire"), (after.Problems[0].Urgency, after.Problems[0].Category));
    }

    /// <summary>The service takes it for a report; what it wants by its words stays what it is.</summary>
    [Fact]
    public void An_alarm_in_a_detail_is_a_report_whose_words_add_to_something()
    {
        var reading = Ears.Hear("补充一下，火已经窜到五楼了，上面有人在喊");

        Assert.Equal((Intent.Report, Intent.Supplement, true), (reading.Intent, reading.Judgement!.Intent, reading.Judgement.IsEmergency));
    }

    [Theory]
    [InlineData("3栋的事补充一下，火已经窜到五楼了，上面有人在喊")]
    [InlineData("【紧急通知】4号楼起火，请立即撤离")]
    [InlineData("问一下，三楼的煤气漏了有人去了吗，味道越来越大")]
    public void Danger_is_heard_in_details_notices_and_questions(string text) => Assert.Equal(Urgency.Emergency, Ears.Hear(text).Problems[0].Urgency);

    [Theory]
    [InlineData("抢票抢得我心梗", 0.15f, false)]
    [InlineData("我爸心梗", 0.4f, true)]
    [InlineData("着火了", 0.1f, true)]
    [InlineData("救命，着火了", 0.1f, true)]
    [InlineData("着火了", 0.02f, false)]
    public void The_model_must_find_danger_possible_and_credible_where_the_word_is_often_said_of_something_else(string text, float share, bool upholds)
    {
        var passage = Passage.Of(text, new PhraseBook(WordFiles.Vocabulary, WordFiles.Categories), new PlaceIndex(Ears.Town));

        Assert.Equal(upholds, EmergencyWatch.Upholds(EmergencyWatch.Watch(passage)!.Value, share));
    }
}
