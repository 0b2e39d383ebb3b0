using System.Text.Json;
using GridBot.Tests.Faults;
using Xunit;

namespace GridBot.Tests.Commands;

/// <summary>The commands by which the learned parts are measured from outside, as processes on files.</summary>
public sealed class LearnedCommandTests : IDisposable
{
    private static readonly Dictionary<string, string?> Shipped = new[] { "Roster", "Policies", "Categories", "Vocabulary" }
        .ToDictionary(name => name, name => (string?)Path.Combine(AppContext.BaseDirectory, "config", $"{name.ToLowerInvariant()}.yaml"));

    private readonly string _folder = Directory.CreateTempSubdirectory("gridbot-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Link_names_the_earlier_message_of_the_same_matter_and_keeps_names_as_they_came()
    {
        var output = await RunAsync(
            "link",
            """{"id":1,"at":"2026-11-24 21:00:00","text":"银杏家园北门工地夜里打桩","detail":"银杏家园北门旁边的工地每天夜里十一点以后还在打桩，整栋楼的老人孩子都睡不着，请管一管。"}""",
            """{"id":"b","at":"2026-11-24T21:30:00+08:00","text":"望江新村的路灯坏了","detail":"望江新村三排的路灯全黑了，晚上走路看不见。"}""",
            """{"id":3,"at":"2026-11-25 08:00:00","text":"反映银杏家园北门工地夜间打桩扰民","detail":"银杏家园北门旁边的工地昨天夜里十一点以后又在打桩，老人孩子都睡不着。"}""",
            """{"id":4,"at":"2026-11-25 08:05:00","text":"反映银杏家园北门工地夜间打桩扰民","detail":"银杏家园北门旁边的工地昨天夜里十一点以后又在打桩，老人孩子都睡不着。","place":"别处"}""");

        Assert.Equal(["1", "\"b\"", "3", "4"], output.Select(o => o.GetProperty("id").GetRawText()));
        Assert.Equal(["null", "null", "1"], output.Take(3).Select(o => o.GetProperty("same_as").GetRawText()));
        Assert.All(output, o => Assert.InRange(o.GetProperty("score").GetDouble(), 0, 1));
    }

    [Fact]
    public async Task Similar_judges_pairs()
    {
        var output = await RunAsync(
            "similar",
            """{"id":1,"a":"银杏家园北门工地夜间施工打桩扰民","b":"银杏家园北门工地夜间施工扰民，一直打桩"}""",
            """{"id":2,"a":"银杏家园北门工地夜间施工打桩扰民","b":"咨询办居住证要带什么材料"}""");

        Assert.Equal([true, false], output.Select(o => o.GetProperty("same").GetBoolean()));
    }

    [Fact]
    public async Task Places_and_issues_numbers_are_told_apart()
    {
        var output = await RunAsync("understand", """{"id":1,"text":"12号那件事，3栋2单元还在漏水"}""");

        Assert.Equal(["building:3栋", "unit:2单元"], Named("spans"));
        Assert.Equal(["reference:12号"], Named("references"));

        IEnumerable<string> Named(string field) => output[0].GetProperty(field).EnumerateArray().Select(s => $"{s.GetProperty("type")}:{s.GetProperty("text")}");
    }

    [Fact]
    public async Task Evaluate_measures_the_places_that_a_file_marks()
    {
        var chats = Path.Combine(_folder, "chats.jsonl");
        await File.WriteAllLinesAsync(
            chats,
            [
                """{"id":"1","text":"3栋2单元漏水","intent":"report","category":"housing","urgency":"normal","spans":[{"start":0,"end":2,"type":"building"},{"start":2,"end":5,"type":"unit"}]}""",
                """{"id":"2","text":"7号楼路灯不亮","intent":"report","category":"facility","urgency":"normal","spans":[{"start":0,"end":3,"type":"road"},{"start":3,"end":5,"type":"poi"}]}""",
            ],
            TestContext.Current.CancellationToken);

        using var host = await HostProcess.RunAsync(Shipped, _folder, "evaluate", chats);
        Assert.Contains("地点: 4 处，精度 0.667，召回 0.500，F1 0.571", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_measures_judged_pairs_in_three_forms_and_a_judged_stream()
    {
        var (pairs, stream) = (Path.Combine(_folder, "pairs.jsonl"), Path.Combine(_folder, "stream.tsv"));
        await File.WriteAllLinesAsync(
            pairs,
            [
                """{"y":1,"a":"银杏家园北门工地夜间施工打桩扰民","b":"银杏家园北门工地夜间施工扰民，一直打桩"}""",
                """{"y":0,"a":"银杏家园北门工地夜间施工打桩扰民","b":"咨询办居住证要带什么材料"}""",
            ],
            TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(
            stream,
            [
                "id\ttime\tcluster\ttitle\tdetail",
                "1\t2026-11-24 21:00:00\tk\t银杏家园北门工地夜里打桩\t银杏家园北门旁边的工地每天夜里十一点以后还在打桩，整栋楼的老人孩子都睡不着，请管一管。",
                "2\t2026-11-24 21:30:00\t\t望江新村的路灯坏了\t望江新村三排的路灯全黑了，晚上走路看不见。",
                "3\t2026-11-25 08:00:00\tk\t反映银杏家园北门工地夜间打桩扰民\t银杏家园北门旁边的工地昨天夜里十一点以后又在打桩，老人孩子都睡不着。",
            ],
            TestContext.Current.CancellationToken);

        using var ofPairs = await HostProcess.RunAsync(new Dictionary<string, string?>(), _folder, "evaluate", pairs);
        Assert.Equal(3, ofPairs.Output.Split("2 对，F1 1.000（精度 1.000，召回 1.000），平均精度 1.000").Length - 1);

        using var ofStream = await HostProcess.RunAsync(new Dictionary<string, string?>(), _folder, "evaluate", stream);
        Assert.Contains("先后（标题和正文）: 3 条，其中 1 条前面有同一件事；并了 1 条，精度 1.000，召回 1.000", ofStream.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate", """{"y":2,"a":"灯坏了","b":"灯不亮"}""", "y 应是 1")]
    [InlineData("link", """{"id":1,"text":"灯坏了"}""", "第 1 行没有 at")]
    [InlineData("link", """{"id":1,"at":"昨天","text":"灯坏了"}""", "不是时刻")]
    [InlineData("similar", """{"id":1,"a":"灯坏了"}""", "第 1 行没有 b")]
    [InlineData("similar", "灯坏了", "不是 JSON 对象")]
    public async Task A_line_that_cannot_be_read_is_named_with_its_remedy(string command, string line, string fault)
    {
        var input = Path.Combine(_folder, "in.jsonl");
        await File.WriteAllTextAsync(input, line, TestContext.Current.CancellationToken);
        using var host = await HostProcess.RunAsync(new Dictionary<string, string?>(), _folder, [command, input, .. command == "evaluate" ? Array.Empty<string>() : [Path.Combine(_folder, "out.jsonl")]]);

        Assert.Equal(2, host.ExitCode);
        Assert.Contains(fault, host.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("understand", "in.jsonl", "out.jsonl")]
    [InlineData("similar", "in.jsonl", "out.jsonl")]
    [InlineData("link", "in.jsonl", "out.jsonl")]
    [InlineData("evaluate", "in.tsv")]
    [InlineData("train", "--only", "understanding", "--data", "public")]
    [InlineData("train", "--only", "understanding", "--lines", "ours")]
    [InlineData("train", "--only", "likeness", "--data", "public")]
    public async Task A_file_or_folder_that_is_not_there_is_named_and_nothing_is_written(string command, params string[] args)
    {
        using var host = await HostProcess.RunAsync(
            Shipped, _folder, [command, .. args.Select(a => a.StartsWith('-') || a is "understanding" or "likeness" ? a : Path.Combine(_folder, a))]);

        Assert.Equal(2, host.ExitCode);
        Assert.Contains("- 没有 " + _folder, host.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("understand", """{"id":1,"text":"灯坏了"}""", "第 2 行没有 text")]
    [InlineData("similar", """{"id":1,"a":"灯坏了","b":"灯不亮"}""", "第 2 行没有 a")]
    public async Task A_wrong_line_leaves_what_was_written_before_as_it_is(string command, string right, string fault)
    {
        var (input, output) = (Path.Combine(_folder, "in.jsonl"), Path.Combine(_folder, "out.jsonl"));
        await File.WriteAllLinesAsync(input, [right, """{"id":2}"""], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(output, "before", TestContext.Current.CancellationToken);
        using var host = await HostProcess.RunAsync(Shipped, _folder, command, input, output);

        Assert.Equal(2, host.ExitCode);
        Assert.Contains(fault, host.Output, StringComparison.Ordinal);
        Assert.Equal("before", await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken));
    }

    private async Task<List<JsonElement>> RunAsync(string command, params string[] lines)
    {
        var (input, output) = (Path.Combine(_folder, "in.jsonl"), Path.Combine(_folder, "out.jsonl"));
        await File.WriteAllLinesAsync(input, lines, TestContext.Current.CancellationToken);
        using var host = await HostProcess.RunAsync(Shipped, _folder, command, input, output);
        Assert.True(host.ExitCode == 0, host.Output);
        return [.. (await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken)).Select(l => JsonDocument.Parse(l).RootElement.Clone())];
    }
}
