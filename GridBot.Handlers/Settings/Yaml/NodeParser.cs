using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GridBot.Handlers.Settings.Yaml;

/// <summary>
/// Turns YAML text into nodes with lines. Works on the parser's events, since the library's own tree stops at the
/// first repeated key, and because anchors, which can blow up a small file, are refused here.
/// </summary>
public sealed class NodeParser
{
    private const int DeepestNesting = 48;

    private readonly Parser _parser;
    private readonly FaultList _faults;

    private NodeParser(string content, FaultList faults)
    {
        _parser = new Parser(new StringReader(content));
        _faults = faults;
    }

    /// <summary>The file's only document; null when it is empty or can't be read, with the fault noted.</summary>
    public static Node? Parse(string content, FaultList faults)
    {
        try
        {
            return new NodeParser(content, faults).Document();
        }
        catch (YamlException broken)
        {
            NoteTabs(content, faults);
            var (first, last) = (broken.Start.Line, broken.End.Line);
            var where = last > first ? $"问题在第{first}行到第{last}行之间，" : "";
            faults.Add((int)first, "", $"YAML 写法有误（{broken.Message}），{where}请检查缩进、英文冒号后的空格、成对的引号和括号");
            return null;
        }
    }

    /// <summary>The parser names the line on which the entry began, not the one with the tab.</summary>
    private static void NoteTabs(string content, FaultList faults)
    {
        var line = 0;
        foreach (var text in content.AsSpan().EnumerateLines())
        {
            line++;
            if (text[..^text.TrimStart().Length].Contains('\t'))
            {
                faults.Add(line, "", "缩进用了制表符，请改成空格");
            }
        }
    }

    private Node? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _faults.Add(0, "", "文件是空的，请照样例填写");
            return null;
        }

        var root = Read("", 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _faults.Add((int)second.Start.Line, "", "一个文件只能有一份内容，请去掉“---”及以后的部分");
        }

        if (root is Node.Text { IsNull: true })
        {
            _faults.Add(0, "", "文件是空的，请照样例填写");
            return null;
        }

        return root;
    }

    private Node Read(string path, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"嵌套超过 {DeepestNesting} 层");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            var line = (int)alias.Start.Line;
            _faults.Add(line, path, $"不支持 *{alias.Value} 这样的引用，请把内容写全");
            return new Node.Text(line, "", Plain: true);
        }

        if (_parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _faults.Add((int)anchored.Start.Line, path, $"不支持 &{anchored.Anchor.Value} 这样的标记，请去掉");
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new Node.Text((int)scalar.Start.Line, scalar.Value, scalar.Style == ScalarStyle.Plain);
        }

        return _parser.TryConsume<SequenceStart>(out var list) ? ReadList(list, path, depth) : ReadMap(path, depth);
    }

    private Node.List ReadList(SequenceStart start, string path, int depth)
    {
        var items = new List<Node>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Read($"{path}[{items.Count}]", depth + 1));
        }

        return new Node.List((int)start.Start.Line, items);
    }

    private Node.Map ReadMap(string path, int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<Node.Entry>();
        var seen = new Dictionary<string, int>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Read(path, depth + 1);
            var name = key is Node.Text text ? text.Value : "";
            var here = Field.Join(path, name);
            if (key is not Node.Text)
            {
                _faults.Add(key.Line, path, "字段名只能是一个词");
            }

            var value = Read(here, depth + 1);
            if (seen.TryGetValue(name, out var before))
            {
                _faults.Add(key.Line, here, $"这个字段在第{before}行已经写过，请只留一个");
                continue;
            }

            seen.Add(name, key.Line);
            entries.Add(new Node.Entry(key.Line, name, value));
        }

        return new Node.Map((int)start.Start.Line, entries);
    }
}
