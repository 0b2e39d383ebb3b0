using System.Globalization;

namespace GridBot.Host.Learning;

/// <summary>Counts how many of the places that messages name were found: right is what begins, ends and is called as labelled.</summary>
internal sealed class PlaceTally
{
    private int _right;
    private int _found;
    private int _named;

    public int Named => _named;

    public double F1 => _right == 0 ? 0 : 2.0 * _right / (_found + _named);

    public void Add(IReadOnlyList<(int Start, int End, string Type)> named, IReadOnlyList<Understood.Span> found)
    {
        _right += found.Count(f => named.Contains((f.Start, f.End, f.Type)));
        _found += found.Count;
        _named += named.Count;
    }

    public void Print(TextWriter output) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"地点: {_named} 处，精度 {_right / Math.Max(1.0, _found):F3}，召回 {_right / Math.Max(1.0, _named):F3}，F1 {F1:F3}"));
}
