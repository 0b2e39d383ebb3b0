using System.Globalization;
using System.Text;

namespace GridBot.Core.Understanding.Training.Lines;

/// <summary>
/// Makes labelled lines out of templates. The same templates and seed give the same lines. Each pattern and each filling is
/// used as often as its neighbours, and no line comes twice.
/// </summary>
public sealed class LineGenerator
{
    /// <summary>So many draws in a row without a new line, and the templates are worn out.</summary>
    private const int MostFailures = 500;

    /// <summary>Slots may name slots. What is deeper is a slot that names itself.</summary>
    private const int DeepestSlot = 6;

    private readonly Dice _dice;
    private readonly SlipsOfTheThumb _slips;
    private readonly List<(Saying Saying, ShuffledBag<Pattern> Patterns)> _wheel = [];
    private readonly Dictionary<string, Drawer> _drawers;

    public LineGenerator(LineTemplates templates, int seed)
    {
        _dice = new Dice(seed);
        _slips = new SlipsOfTheThumb(templates, _dice);
        foreach (var saying in templates.Sayings.Where(s => s.Patterns.Count > 0))
        {
            var bag = new ShuffledBag<Pattern>(saying.Patterns, _dice);
            _wheel.AddRange(Enumerable.Repeat((saying, bag), saying.Weight));
        }

        _drawers = templates.Slots.ToDictionary(s => s.Key, s => new Drawer(s.Value, _dice));
    }

    /// <summary>Fewer lines than asked for only when the templates yield no more.</summary>
    public IEnumerable<TrainingLine> Generate(int count)
    {
        var seen = new HashSet<(string, string)>();
        var failures = 0;
        while (_wheel.Count > 0 && seen.Count < count && failures < MostFailures)
        {
            var (saying, patterns) = _wheel[_dice.Below(_wheel.Count)];
            var line = ToLine(saying, patterns.Draw());
            if (line.Text.Length > 0 && seen.Add((line.Text, line.Thread)))
            {
                failures = 0;
                yield return line;
            }
            else
            {
                failures++;
            }
        }
    }

    private TrainingLine ToLine(Saying saying, Pattern pattern)
    {
        var labels = new Labels([.. saying.Categories], saying.Urgency);
        var written = Fill(pattern, labels, depth: 0);
        var mark = written.IndexOf(Pattern.ThreadMark, StringComparison.Ordinal);
        var thread = mark < 0 ? "" : written[..mark].Trim();
        var text = mark < 0 ? written : written[(mark + Pattern.ThreadMark.Length)..];
        var role = saying.Roles.Count == 0 ? "" : saying.Roles[_dice.Below(saying.Roles.Count)];
        var urgency = LineLabels.BearsUrgency(saying.Intent) ? labels.Urgency : "";
        IReadOnlyList<string> categories = LineLabels.BearsCategory(saying.Intent) ? labels.Categories : [];
        text = _slips.Make(text, LineLabels.IsIssue(saying.Intent));
        return new TrainingLine(text, saying.Intent, categories, urgency, urgency == LineLabels.Emergency, role, thread);
    }

    private string Fill(Pattern pattern, Labels labels, int depth)
    {
        var text = new StringBuilder();
        foreach (var piece in pattern.Pieces)
        {
            text.Append(piece switch
            {
                Piece.Words words => words.Text,
                Piece.OneOf one => Fill(one.Patterns[_dice.Below(one.Patterns.Count)], labels, depth),
                Piece.Number n => (n.From + _dice.Below(n.To - n.From + 1)).ToString(CultureInfo.InvariantCulture),
                Piece.Gap gap => FillGap(gap, labels, depth),
                _ => "",
            });
        }

        return text.ToString();
    }

    private string FillGap(Piece.Gap gap, Labels labels, int depth)
    {
        if (depth == DeepestSlot || (gap.Optional && _dice.Below(2) == 0))
        {
            return "";
        }

        var filling = _drawers[gap.Name].Draw(gap.SameCategory ? labels.Categories.FirstOrDefault() : null);
        if (filling.Category.Length > 0 && !labels.Categories.Contains(filling.Category))
        {
            labels.Categories.Add(filling.Category);
        }

        labels.Urgency = LineLabels.Higher(labels.Urgency, filling.Urgency);
        return Fill(filling.Pattern, labels, depth + 1);
    }

    /// <summary>What the line's labels have come to so far.</summary>
    private sealed class Labels(List<string> categories, string urgency)
    {
        public List<string> Categories { get; } = categories;

        public string Urgency { get; set; } = urgency;
    }

    /// <summary>The fillings of one slot: first a category, each as often as the others, then one of its fillings.</summary>
    private sealed class Drawer(IReadOnlyList<Filling> fillings, Dice dice)
    {
        private readonly List<(string Category, ShuffledBag<Filling> Bag)> _categories =
            [.. fillings.GroupBy(f => f.Category).Select(g => (g.Key, new ShuffledBag<Filling>([.. g], dice)))];

        /// <param name="category">The only one to draw from, if the slot has it; null for any.</param>
        public Filling Draw(string? category)
        {
            var at = category is null ? -1 : _categories.FindIndex(c => c.Category == category);
            return _categories[at < 0 ? dice.Below(_categories.Count) : at].Bag.Draw();
        }
    }
}
