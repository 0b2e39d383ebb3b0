using GridBot.Core.Understanding.Likeness;
using GridBot.Core.Understanding.Training.Likeness;
using Xunit;

namespace GridBot.Tests.Understanding;

/// <summary>Whether two messages tell of the same matter: learned from a few invented pairs, and found without comparing all with all.</summary>
public sealed class LikenessTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    private static readonly string[] Places = ["锦绣花园", "翠湖小区", "望江新村", "福兴苑", "银杏家园", "康乐里", "瑞丰公寓", "百合雅居"];

    private static readonly (string One, string Other)[] Matters =
    [
        ("门口的垃圾桶满了好几天没人清", "垃圾桶一直不清，臭得很"), ("夜里工地打桩吵得睡不着", "工地半夜还在打桩，太吵了"), ("二单元电梯又停了", "电梯停了两天，老人上不去"),
        ("路灯全黑了，晚上看不见路", "路灯不亮，晚上走路怕摔"), ("下水道堵了往外冒脏水", "脏水从下水道冒出来"), ("消防通道被车堵死", "车停在消防通道上，堵死了"),
    ];

    /// <summary>The office of a matter is its number.</summary>
    private static readonly Ticket[] Tickets =
    [
        .. from place in Places
           from m in Enumerable.Range(0, Matters.Length)
           from text in new[] { Matters[m].One, Matters[m].Other, place + Matters[m].One, place + Matters[m].Other }
           select new Ticket(text, $"{m}"),
    ];

    private static LikenessModel Learned { get; } = Learn();

    private static LikenessModel Shipped { get; } =
        LikenessFile.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "config", "models", "likeness.weights")));

    [Fact]
    public void What_is_shipped_tells_long_complaints_of_one_matter_from_another_matter_and_from_another_place()
    {
        const string Noise = "银杏家园北门旁边的工地每天夜里十一点以后还在打桩，整栋楼的老人孩子都睡不着，已经连续五天了，请有关部门管一管。";
        const string Again = "反映银杏家园北门工地夜间施工打桩扰民，昨天半夜又打到一点多，孩子要上学，老人血压都高了，什么时候能停下来？";
        const string OtherMatter = "银杏家园二期的电梯从上周起就停在一楼，物业说配件没到，八十岁的老人每天爬十二层楼买菜，希望尽快修好。";
        const string OtherPlace = "望江新村后面的烧烤摊每天下午开始摆到凌晨，油烟直接往住户家里灌，投诉过几次都没有人来处理过。";

        Assert.True(Shipped.IsSameLong(Noise, Again));
        Assert.False(Shipped.IsSameLong(Noise, OtherMatter));
        Assert.False(Shipped.IsSameLong(Noise, OtherPlace));
        Assert.False(Shipped.IsSameLong("工地打桩", "工地打桩"));
    }

    [Fact]
    public void What_offices_answer_for_tells_two_matters_apart_and_words_they_never_saw_have_no_say()
    {
        Topic TopicOf(string text) => Learned.Prepare(text).Whole.Topic;
        var rubbish = TopicOf("垃圾没人清");

        Assert.True(rubbish.With(TopicOf("垃圾桶满了，臭")) > 2 * rubbish.With(TopicOf("路灯全黑了")));
        Assert.Equal(1, rubbish.With(rubbish), 3);
        Assert.Equal(TopicOf("").Roots, TopicOf("zq").Roots);
    }

    [Fact]
    public void Without_tickets_there_are_no_topics_and_no_topic_is_no_sign()
    {
        var sense = new TextSense(Learned.Sense.Rarity, TopicTrainer.Learn([], Learned.Sense.Rarity));
        Assert.Equal(0, Matter.Of("路灯全黑了", null, sense).Whole.Topic.With(Matter.Of("路灯不亮", null, sense).Whole.Topic));
    }

    [Fact]
    public void A_long_message_has_its_first_words_for_a_title()
    {
        var told = "望江新村三排的路灯全黑了。" + string.Concat(Enumerable.Repeat("晚上走路看不见，老人怕摔。", 8));
        var matter = Learned.Prepare(told);

        Assert.False(matter.IsBrief);
        Assert.StartsWith(matter.Head.Letters, matter.Whole.Letters, StringComparison.Ordinal);
        Assert.True(Learned.Prepare("望江新村三排的路灯全黑了").IsBrief);
        Assert.False(Learned.Prepare("望江新村三排的路灯全黑了", "晚上走路看不见。").IsBrief);
    }

    [Fact]
    public void One_who_asks_and_one_who_accuses_speak_differently_of_one_thing()
    {
        float[] Spoken(string one, string other)
        {
            var signs = new float[Manners.Count];
            Manners.Write(Learned.Prepare(one).Manners, Learned.Prepare(other).Manners, signs);
            return signs;
        }

        const string Asks = "请问康乐里的公交车改到哪里上车";
        const string Accuses = "投诉康乐里的公交车到站甩客";
        Assert.Equal([0.5f, 0, 0, 0.5f, 0, 0], Spoken(Asks, Accuses));
        Assert.Equal([1, 0, 0, 0, 0, 0], Spoken(Asks, Asks));
        Assert.Equal(Spoken(Asks, Accuses), Spoken(Accuses, Asks));
        Assert.Equal(new float[6], Spoken("康乐里", ""));
    }

    [Fact]
    public void A_name_in_place_of_another_is_exchanged_and_a_name_beside_the_same_words_is_added()
    {
        float[] Exchanged(string one, string other)
        {
            var signs = new float[ExchangeSigns.Count];
            ExchangeSigns.Write(Learned.Prepare(one).Head, Learned.Prepare(other).Head, signs);
            return signs;
        }

        const string Lamps = "康乐里路灯全黑了";
        var otherPlace = Exchanged(Lamps, "百合雅居路灯全黑了");
        var nearer = Exchanged(Lamps, "康乐里三栋前面路灯全黑了");

        Assert.True(otherPlace[0] > 0 && otherPlace[1] >= otherPlace[0] && otherPlace[2] >= otherPlace[0]);
        Assert.Equal([0, 0], otherPlace[3..]);
        Assert.Equal([0, 0, 0], nearer[..3]);
        Assert.True(nearer[3] > 0 && nearer[4] >= nearer[3]);
        Assert.Equal(new float[5], Exchanged(Lamps, Lamps));
        Assert.Equal(otherPlace, Exchanged("百合雅居路灯全黑了", Lamps));
        Assert.Equal(Exchanged("甲乙丙丁", "丙丁甲乙"), Exchanged("丙丁甲乙", "甲乙丙丁"));
    }

    [Fact]
    public void Only_the_first_words_tell_how_a_text_speaks()
    {
        var told = Learned.Prepare("康乐里二栋的路灯从上周三晚上起全黑了，老人孩子走夜路只能摸着墙，前天还摔了两个，请问何时能好？");
        Assert.Equal(default, told.Manners);
        Assert.NotEqual(default, Learned.Prepare("请问康乐里的路灯何时能好").Manners);
    }

    [Fact]
    public void What_no_judged_pair_tells_of_is_never_called_the_same()
    {
        Assert.InRange(Learned.Thresholds.SameTitles, 0.02f, 0.98f);
        Assert.Equal((1, 1), (Learned.Thresholds.SameStories, Learned.Thresholds.Surely));
    }

    [Fact]
    public void A_score_is_the_same_whichever_message_comes_first()
    {
        var (one, other) = (Learned.Prepare("康乐里路灯全黑了"), Learned.Prepare("康乐里的路灯不亮，晚上走路怕摔"));
        Assert.Equal(Learned.Score(one, other), Learned.Score(other, one));
    }

    [Fact]
    public void The_index_finds_the_likest_of_many_without_their_place_being_named_first()
    {
        var index = new MatterIndex();
        foreach (var place in Places)
        {
            foreach (var (one, _) in Matters)
            {
                index.Add(Learned.Prepare(place + one), Noon);
            }
        }

        var likest = index.Likest(Learned.Prepare("望江新村电梯停了两天"), Noon.AddHours(1), Learned, _ => true);
        Assert.Equal((Array.IndexOf(Places, "望江新村") * Matters.Length) + 2, likest?.Number);
        Assert.Null(index.Likest(Learned.Prepare("hello"), Noon, Learned, _ => true));
        Assert.NotEqual(likest?.Number, index.Likest(Learned.Prepare("望江新村电梯停了两天"), Noon, Learned, n => n != likest!.Value.Number)?.Number);
    }

    [Fact]
    public void The_same_pairs_give_the_same_file_byte_by_byte_and_the_file_gives_the_same_scores()
    {
        var bytes = LikenessFile.Write(Learned);
        Assert.Equal(bytes, LikenessFile.Write(Learn()));

        var read = LikenessFile.Read(bytes);
        var (one, other) = ("福兴苑脏水从下水道冒出来", "福兴苑下水道堵了");
        Assert.Equal(Learned.Score(Learned.Prepare(one), Learned.Prepare(other)), read.Score(read.Prepare(one), read.Prepare(other)));
        Assert.Equal(Learned.Thresholds, read.Thresholds);
    }

    [Fact]
    public void A_file_that_is_none_of_another_version_or_damaged_is_refused_with_the_reason()
    {
        var bytes = LikenessFile.Write(Learned);
        Assert.Contains("不是相似模型文件", Assert.Throws<InvalidDataException>(() => LikenessFile.Read("GBWT"u8)).Message, StringComparison.Ordinal);

        byte[] newer = [.. bytes];
        newer[4]++;
        Assert.Contains("版本", Assert.Throws<InvalidDataException>(() => LikenessFile.Read(newer)).Message, StringComparison.Ordinal);

        byte[] damaged = [.. bytes];
        damaged[^1] ^= 1;
        Assert.Contains("损坏", Assert.Throws<InvalidDataException>(() => LikenessFile.Read(damaged)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀😀😀")]
    [InlineData("。。。，，，")]
    [InlineData("１２３ＡＢＣ")]
    public void Odd_texts_have_a_score_too(string text)
    {
        var score = Learned.Score(Learned.Prepare(text), Learned.Prepare("康乐里路灯全黑了", text));
        Assert.InRange(score, 0f, 1f);
        Assert.InRange(Learned.Score(Learned.Prepare(text), Learned.Prepare(string.Concat(Enumerable.Repeat(text + "路灯", 4_000)))), 0f, 1f);
    }

    private static LikenessModel Learn()
    {
        var counter = new RarityCounter();
        foreach (var place in Places)
        {
            foreach (var (one, other) in Matters)
            {
                counter.Read(place + one);
                counter.Read(other);
            }
        }

        var rarity = counter.Count();
        var sense = new TextSense(rarity, TopicTrainer.Learn(Tickets, rarity));
        NamedMatter Named(int place, int matter, int day) => new(
            $"{place}-{matter}-{day}", Matter.Of(Places[place] + (day % 2 == 0 ? Matters[matter].One : Matters[matter].Other), null, sense));
        var pairs = (
            from p in Enumerable.Range(0, Places.Length)
            from q in Enumerable.Range(0, Places.Length)
            from m in Enumerable.Range(0, Matters.Length)
            from n in Enumerable.Range(0, Matters.Length)
            where p == q || m == n
            select new JudgedPair(Named(p, m, 0), Named(q, n, 1), null, p == q && m == n)).ToList();
        var stream = (
            from day in Enumerable.Range(0, 4)
            from p in Enumerable.Range(0, Places.Length)
            from m in Enumerable.Range(0, Matters.Length)
            select new StreamMessage(Named(p, m, day), Noon.AddDays(day).AddHours(p), $"{p}-{m}")).ToList();
        return LikenessTrainer.Learn(sense, pairs, [new JudgedStream(PairForm.TitlesAndDetails, stream)]).Model;
    }
}
