using Xunit;

namespace GridBot.Tests.Understanding;

/// <summary>Every place that a text names, where it stands in the original text.</summary>
public sealed class SpanTests
{
    [Theory]
    [InlineData("三号楼2单元水管爆了", "building:三号楼 unit:2单元")]
    [InlineData("3#2-301漏水", "building:3# unit:2 room:301")]
    [InlineData("3栋二单元三楼东户太吵", "building:3栋 unit:二单元 floor:三楼 room:东户")]
    [InlineData("十二幢楼下停满车", "building:十二幢")]
    [InlineData("Ｂ座电梯坏了", "building:Ｂ座")]
    [InlineData("5-2-1101漏水", "building:5 unit:2 room:1101")]
    [InlineData("金桂苑12-3-502没电", "community:金桂苑 building:12 unit:3 room:502")]
    [InlineData("六栋二单元一八零三", "building:六栋 unit:二单元 room:一八零三")]
    [InlineData("3号楼东单元门坏了", "building:3号楼 unit:东单元")]
    [InlineData("2、3、5栋停水", "building:2 building:3 building:5栋")]
    [InlineData("1至6号楼停电", "building:1 building:6号楼")]
    [InlineData("8:00-17:005号楼停电", "building:5号楼")]
    [InlineData("学府名苑西门道闸坏了", "community:学府名苑 poi:西门")]
    [InlineData("碧水云天小区5号楼漏水", "community:碧水云天小区 building:5号楼")]
    [InlineData("老纺织厂家属院3号楼堵了", "community:老纺织厂家属院 building:3号楼")]
    [InlineData("清水里2栋停水", "community:清水里 building:2栋")]
    [InlineData("长江路与黄河路交叉口积水", "road:长江路 road:黄河路")]
    [InlineData("补充一下，在松江路口", "road:松江路")]
    [InlineData("中山大道公交站塌了一块", "road:中山大道 poi:公交站")]
    [InlineData("小区东门外面烧烤摊", "poi:小区东门")]
    [InlineData("北门岗亭没人", "poi:北门岗亭")]
    [InlineData("实验小学门口堵车", "poi:实验小学门口")]
    [InlineData("今天上午9点桂花社区开会", "community:桂花社区")]
    [InlineData("第三网格路灯不亮", "grid:第三网格")]
    [InlineData("网格三：路灯不亮", "grid:网格三")]
    [InlineData("路灯不亮，在网格12", "grid:网格12")]
    [InlineData("23号院水管爆了", "building:23号院")]
    [InlineData("23号院301漏水", "building:23号院 room:301")]
    [InlineData("12栋18楼02户漏水", "building:12栋 floor:18楼 room:02户")]
    [InlineData("网格三号楼漏水", "building:三号楼")]
    public void Places_are_found_where_they_stand(string text, string expected)
    {
        var spans = Ears.Hear(text, chatPlace: null).Spans.Where(s => s.Kind != "reference").ToList();

        Assert.Equal(expected, string.Join(' ', spans.Select(s => $"{s.Kind}:{s.Text}")));
        Assert.All(spans, s => Assert.Equal(text[s.Start..s.End], s.Text));
    }

    [Theory]
    [InlineData("马路上全是坑，路灯也不亮")]
    [InlineData("我们小区没人管")]
    [InlineData("网格三个人都没来")]
    [InlineData("网格一直没人管")]
    [InlineData("家里停水了，楼道里也没灯")]
    [InlineData("一楼的老人睡不着")]
    [InlineData("18路公交等了半天")]
    [InlineData("电路老化，线路要修")]
    [InlineData("新开的火锅店太吵")]
    [InlineData("政府什么时候管")]
    [InlineData("公园里跳舞的人多")]
    public void What_only_ends_like_a_name_is_none(string text) => Assert.Empty(Ears.Hear(text, chatPlace: null).Spans);
}
