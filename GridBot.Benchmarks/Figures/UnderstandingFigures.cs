namespace GridBot.Benchmarks.Figures;

internal static class UnderstandingFigures
{
    public static int Print() => 0;
}
