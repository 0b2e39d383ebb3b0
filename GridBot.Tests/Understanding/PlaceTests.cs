using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("3栋漏水", null)]
    [InlineData("三栋漏水", null)]
    [InlineData("3幢漏水", null)]
    [InlineData("3号楼漏水", null)]
    [InlineData("三号楼漏水", null)]
    [InlineData("３号楼漏水", null)]
    [InlineData("3 号楼漏水", null)]
    [InlineData("3#楼漏水", null)]
    [InlineData("3#漏水", null)]
    [InlineData("3座漏水", null)]
    [InlineData("第3栋漏水", null)]
    [InlineData("3号漏水", null)]
    [InlineData("三号楼2单元漏水", "2单元")]
    [InlineData("3#2-301漏水", "2单元")]
    [InlineData("3栋2-301漏水", "2单元")]
    [InlineData("3-2-301漏水", "2单元")]
    [InlineData("3栋二单元三楼东户漏水", "二单元三楼")]
    [InlineData("3栋1502漏水", null)]
    [InlineData("3栋5楼漏水", "5楼")]
    [InlineData("3栋门口漏水", "门口")]
    [InlineData("3栋地下车库漏水", "地下车库")]
    [InlineData("3栋2单元5楼楼道漏水", "2单元5楼楼道")]
    [InlineData("金龙花园3栋漏水", null)]
    [InlineData("金龙苑三栋漏水", null)]
    [InlineData("金龙社区3网格3栋漏水", null)]
    public void A_building_in_every_usual_writing(string text, string? detail)
    {
        var place = Ears.Hear(text).Problems[0].Place!;

        Assert.Equal(("garden-3", false, detail), (place.PlaceId, place.Inferred, place.Detail));
        Assert.Empty(place.Candidates);
    }

    [Theory]
    [InlineData("10栋楼下工地太吵", "garden-10", "楼下")]
    [InlineData("12栋3楼冒浓烟", "garden-12", "3楼")]
    [InlineData("十二栋漏水", "garden-12", null)]
    [InlineData("综合楼漏水", "hall", null)]
    [InlineData("老办公楼漏水", "hall", null)]
    [InlineData("4网格垃圾没人收", "grid-4", null)]
    [InlineData("第四网格垃圾没人收", "grid-4", null)]
    [InlineData("网格四的垃圾没人收", "grid-4", null)]
    [InlineData("四网格21号楼漏水", "four-21", null)]
    [InlineData("翠湖社区垃圾没人收", "lake", null)]
    [InlineData("翠湖3栋漏水", "lake-b3", null)]
    [InlineData("河畔新村3栋漏水", "river-3", null)]
    [InlineData("阳光里B座漏水", "sunny-b", null)]
    [InlineData("b座漏水", "sunny-b", null)]
    public void A_place_named_in_the_text(string text, string place, string? detail)
    {
        var reading = Ears.Hear(text).Problems[0].Place!;

        Assert.Equal((place, false, detail), (reading.PlaceId, reading.Inferred, reading.Detail));
    }

    [Fact]
    public void What_the_group_lacks_is_looked_for_in_its_community() =>
        Assert.Equal("four-21", Ears.Hear("21号楼漏水").Problems[0].Place!.PlaceId);

    [Fact]
    public void What_only_another_community_has_is_unknown()
    {
        var place = Ears.Hear("40栋2单元漏水").Problems[0].Place!;

        Assert.Equal((Ears.ThirdGrid, true, "40栋2单元"), (place.PlaceId, place.Inferred, place.Detail));
    }

    [Fact]
    public void A_building_the_named_estate_lacks_leaves_the_estate()
    {
        var place = Ears.Hear("金龙花园77栋漏水").Problems[0].Place!;

        Assert.Equal(("garden", false, "77栋"), (place.PlaceId, place.Inferred, place.Detail));
    }

    [Fact]
    public void Two_estates_of_one_grid_leave_candidates()
    {
        var place = Ears.Hear("3栋漏水", chatPlace: "grid-5").Problems[0].Place!;

        Assert.Equal(["river-3", "sunny-3"], place.Candidates.Append(place.PlaceId).Order());
    }

    [Fact]
    public void The_sender_s_own_estate_decides_between_them()
    {
        var place = Ears.Hear("3栋漏水", sender: "sun", chatPlace: "grid-5").Problems[0].Place!;

        Assert.Equal("river-3", place.PlaceId);
        Assert.Empty(place.Candidates);
    }

    [Theory]
    [InlineData("wu", Ears.ThirdGrid, "garden-10")]
    [InlineData("zhou", Ears.ThirdGrid, Ears.ThirdGrid)]
    [InlineData("visitor", Ears.ThirdGrid, Ears.ThirdGrid)]
    [InlineData("wu", "grid-4", "grid-4")]
    [InlineData("wu", null, "garden-10")]
    [InlineData("li", null, Ears.ThirdGrid)]
    [InlineData("liu", null, "street")]
    [InlineData("wu", "street", "garden-10")]
    [InlineData("zhou", "street", "garden")]
    [InlineData("li", "street", Ears.ThirdGrid)]
    [InlineData("visitor", "street", "street")]
    public void An_unnamed_place_is_inferred(string sender, string? chatPlace, string place)
    {
        var reading = Ears.Hear("楼道灯不亮", sender: sender, chatPlace: chatPlace).Problems[0].Place!;

        Assert.Equal((place, true), (reading.PlaceId, reading.Inferred));
    }

    [Theory]
    [InlineData("sun", "3栋楼道灯不亮", "river-3")]
    [InlineData("zhou", "3栋楼道灯不亮", "garden-3")]
    [InlineData("zhou", "翠湖社区3栋楼道灯不亮", "lake-b3")]
    public void In_the_group_of_a_whole_sub_district_the_place_is_said_or_lies_near_the_sender(string sender, string text, string place) =>
        Assert.Equal(place, Ears.Hear(text, sender: sender, chatPlace: "street").Problems[0].Place!.PlaceId);

    [Fact]
    public void A_stranger_in_a_private_chat_has_no_place() =>
        Assert.Null(Ears.Hear("楼道灯不亮", chatPlace: null).Problems[0].Place);

    [Theory]
    [InlineData("人民路23号门前路面塌陷")]
    [InlineData("3号线地铁站太吵")]
    [InlineData("12月3号下午停的水，到现在都没来")]
    [InlineData("有三栋楼都停水了")]
    [InlineData("晚上8点还在施工，太吵")]
    public void Street_numbers_days_and_counts_are_no_buildings(string text) => Assert.True(Ears.Hear(text).Problems[0].Place!.Inferred);
}
