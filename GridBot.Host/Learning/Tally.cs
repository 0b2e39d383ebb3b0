using System.Globalization;

namespace GridBot.Host.Learning;

/// <summary>Answers beside what would have been right: accuracy, F1 by class, how much can be answered with certainty.</summary>
internal sealed class Tally(string name)
{
    private const double Precision = 0.95;

    private readonly List<(string Right, bool IsRight, string Given, double Confidence, bool IsAmongThree)> _answers = [];

    public int Count => _answers.Count;

    /// <param name="right">All that would be right, the best first.</param>
    public void Add(IReadOnlyList<string> right, string given, double confidence = 0, IReadOnlyList<string>? likeliest = null) =>
        _answers.Add((right[0], right.Contains(given), given, confidence, likeliest is not null && likeliest.Any(right.Contains)));

    public double Accuracy => _answers.Count == 0 ? 0 : _answers.Count(a => a.IsRight) / (double)_answers.Count;

    /// <summary>Over the classes that occur.</summary>
    public double MacroF1 => Classes.Select(F1).DefaultIfEmpty().Average();

    public double AmongThree => _answers.Count == 0 ? 0 : _answers.Count(a => a.IsAmongThree) / (double)_answers.Count;

    /// <summary>The largest share that can be answered, the surest first, with 95 of 100 right.</summary>
    public double Coverage
    {
        get
        {
            var (answered, right, seen) = (0, 0, 0);
            foreach (var answer in _answers.OrderByDescending(a => a.Confidence))
            {
                seen++;
                right += answer.IsRight ? 1 : 0;
                answered = right >= Precision * seen ? seen : answered;
            }

            return _answers.Count == 0 ? 0 : answered / (double)_answers.Count;
        }
    }

    private IEnumerable<string> Classes => _answers.Select(a => a.Right).Distinct().Order(StringComparer.Ordinal);

    public double F1(string code)
    {
        var hits = Hits(code);
        var (missed, wrong) = (Occurs(code) - hits, _answers.Count(a => !a.IsRight && a.Given == code));
        return hits == 0 ? 0 : 2.0 * hits / ((2 * hits) + missed + wrong);
    }

    public void Print(TextWriter output, bool isSurable, bool showsConfusion)
    {
        output.WriteLine(Text($"{name}: {Count} 条，准确率 {Accuracy:F3}，宏平均 F1 {MacroF1:F3}"));
        if (isSurable)
        {
            output.WriteLine(Text($"  95% 精度下可直接回答 {Coverage:P1}，正确答案在前三之内 {AmongThree:P1}"));
        }

        foreach (var code in Classes)
        {
            var (hits, given) = (Hits(code), _answers.Count(a => a.Given == code));
            output.WriteLine(Text(
                $"  {code,-16} {Occurs(code),5} 条  精度 {(given == 0 ? 0 : _answers.Count(a => a.Given == code && a.IsRight) / (double)given):F3}  召回 {hits / (double)Occurs(code):F3}  F1 {F1(code):F3}"));
        }

        if (showsConfusion)
        {
            PrintConfusion(output);
        }
    }

    /// <summary>A line for each class: what its messages were taken for.</summary>
    private void PrintConfusion(TextWriter output)
    {
        output.WriteLine("  混淆（本来的类 → 认成的类 次数）");
        foreach (var code in Classes)
        {
            var taken = _answers.Where(a => a.Right == code).GroupBy(a => a.IsRight ? code : a.Given)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal);
            output.WriteLine($"  {code,-16} → {string.Join("，", taken.Select(g => $"{g.Key} {g.Count()}"))}");
        }
    }

    private int Hits(string code) => _answers.Count(a => a.IsRight && a.Right == code);

    private int Occurs(string code) => _answers.Count(a => a.Right == code);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
