namespace GridBot.Benchmarks.Figures;

internal static class MemoryFigures
{
    public static Task<int> PrintAsync() => Task.FromResult(0);

    public static Task<int> PrintMemoryOfTimersAsync() => Task.FromResult(0);
}
