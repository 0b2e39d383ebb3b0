using GridBot.Host.Learning;
using Xunit;

namespace GridBot.Tests.Learning;

public sealed class LabelledFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gridbot-labelled-");

    [Theory]
    [InlineData("id\ttext\tcat\tintent\tfine\thead\tgroup\nh1\t路灯不亮\tfacility\treport\treport\t路灯不亮\tg1", "Hotline")]
    [InlineData("id\ttext\tcat\talt\nt1\t建议装路灯\tfacility\ttraffic", "Titles")]
    [InlineData("id\ttitle\tlabel\tdetail\nl1\t路灯\turban\t很久不亮", "Letters")]
    [InlineData("id\ttext\nc1\t早上好", "Chitchat")]
    [InlineData("text\tintent\tcategory\turgency\temergency\trole\tthread\n灯坏了\treport\tfacility\tnormal\t0\tresident\t", "Chat")]
    public void A_table_s_kind_is_told_by_its_header(string content, string kind) =>
        Assert.Equal(kind, Assert.Single(LabelledFile.Read(Write("some.tsv", content))).Kind.ToString());

    [Fact]
    public void In_a_chat_the_line_before_is_the_last_of_the_same_thread()
    {
        var lines = LabelledFile.Read(Write("chat.jsonl", """
            {"id":"1","sender_role":"resident","text":"灯坏了","intent":"report","is_issue":true,"category":"facility","categories":["facility"],"urgency":"normal","thread":"d1"}
            {"id":"2","sender_role":"resident","text":"早","intent":"chat","is_issue":false,"category":"","categories":[],"urgency":"","thread":""}
            {"id":"3","sender_role":"grid_worker","text":"收到","intent":"ack","is_issue":false,"category":"","categories":[],"urgency":"","thread":"d1"}
            """));
        Assert.Equal(["", "", "灯坏了"], lines.Select(l => l.Before));
    }

    [Theory]
    [InlineData("a.tsv", "", "空")]
    [InlineData("a.tsv", "foo\tbar\n1\t2", "列名")]
    [InlineData("a.tsv", "id\ttext\n1\t早\t多", "第 2 行")]
    [InlineData("a.jsonl", "{\"id\":1", "第 1 行")]
    [InlineData("a.jsonl", "{\"id\":\"1\"}", "第 1 行")]
    public void What_can_t_be_read_names_file_and_line(string name, string content, string says)
    {
        var path = Write(name, content);
        var error = Assert.Throws<LabelledFileException>(() => LabelledFile.Read(path));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_s_thread_is_a_name_or_the_line_itself()
    {
        var said = SaidLine.Read(Write("in.jsonl", """
            {"id":"1","text":"灯坏了","thread":"t1"}
            {"id":"2","text":"收到","sender_role":"grid_worker","thread":"t1"}
            {"id":3,"text":"修好没","thread":"路灯还是不亮"}
            """)).ToList();
        Assert.Equal(["", "灯坏了", "路灯还是不亮"], said.Select(s => s.Before));
        Assert.Equal(["1", "2", "3"], said.Select(s => s.Id));
        Assert.Equal("grid_worker", said[1].Role);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
