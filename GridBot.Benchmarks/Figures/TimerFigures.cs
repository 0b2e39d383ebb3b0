namespace GridBot.Benchmarks.Figures;

internal static class TimerFigures
{
    public static Task<int> PrintAsync() => Task.FromResult(0);

    public static Task<int> PrintMemoryOfTimersAsync() => Task.FromResult(0);
}
