using System.Globalization;

namespace GridBot.Benchmarks.Figures;

/// <summary>One figure a line on stdout; what goes on meanwhile on stderr.</summary>
internal static class Figure
{
    public static void Print(string name, double value, string unit)
    {
        var format = Math.Abs(value) switch { >= 100 => "F0", >= 10 => "F1", _ => "F2" };
        Console.Out.WriteLine($"{name}: {value.ToString(format, CultureInfo.InvariantCulture)} {unit}");
    }

    public static void Note(string what) => Console.Error.WriteLine(what);

    /// <summary>The value below which this part of the sorted values lies.</summary>
    public static double Rank(double[] sorted, double part) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(part * sorted.Length) - 1)];
}
