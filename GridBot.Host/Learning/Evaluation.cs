namespace GridBot.Host.Learning;

/// <summary>What a labelled file says beside what was understood: only the questions that its kind can answer.</summary>
internal sealed class Evaluation(IReadOnlyList<Labelled> lines, Interpreter interpreter)
{
    private readonly Tally _category = new("类别");
    private readonly Tally _intent = new("意图");
    private readonly Tally _urgency = new("紧急程度");
    private readonly Tally _emergency = new("险情");
    private readonly Tally _issue = new("是不是问题");
    private readonly PlaceTally _places = new();

    public void Run()
    {
        foreach (var line in lines)
        {
            var heard = interpreter.Read(line.Id, line.Text, line.Role, line.Before);
            switch (line.Kind)
            {
                case FileKind.Chat:
                    AddChat(line, heard);
                    break;
                case FileKind.Chitchat:
                    _issue.Add(["no"], heard.IsIssue ? "yes" : "no");
                    break;
                case FileKind.Hotline:
                    AddCategory(line, heard);
                    _intent.Add([line.Intent], interpreter.Read(line.Id, line.Head, "", "").Intent6);
                    break;
                default:
                    AddCategory(line, heard);
                    break;
            }
        }
    }

    public void Print(TextWriter output, bool showsConfusion)
    {
        foreach (var (tally, isSurable) in new[] { (_issue, false), (_intent, false), (_category, true), (_urgency, false), (_emergency, false) })
        {
            if (tally.Count > 0)
            {
                tally.Print(output, isSurable, showsConfusion);
            }
        }

        if (_places.Named > 0)
        {
            _places.Print(output);
        }
    }

    private void AddChat(Labelled line, Understood heard)
    {
        var isIssue = line.Intent is "report" or "reopen";
        _issue.Add([isIssue ? "yes" : "no"], heard.IsIssue ? "yes" : "no");
        _intent.Add(line.OtherIntent.Length > 0 ? [line.Intent, line.OtherIntent] : [line.Intent], heard.Intent);

        if (line.Places is { } places)
        {
            _places.Add(places, heard.Spans);
        }

        // A detail of an emergency (她七十岁) tells of danger only beside what it adds to: an alarm is neither missed nor false there.
        if (isIssue || line.Urgency != "emergency")
        {
            _emergency.Add([line.Urgency == "emergency" ? "yes" : "no"], heard.Emergency ? "yes" : "no");
        }

        if (isIssue)
        {
            AddCategory(line, heard);
            _urgency.Add([line.Urgency], heard.Urgency.Length == 0 ? "normal" : heard.Urgency);
        }
    }

    private void AddCategory(Labelled line, Understood heard)
    {
        if (line.Categories.Count > 0)
        {
            _category.Add(line.Categories, heard.Category, heard.Confidence, heard.Top3);
        }
    }
}
