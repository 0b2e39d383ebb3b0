using GridBot.Benchmarks.Figures;
using GridBot.Benchmarks.Load;

return args switch
{
    ["callbacks", ..] => await CallbackFigures.PrintAsync([.. args.Skip(1)]),
    ["timers"] => await TimerFigures.PrintAsync(),
    ["week", ..] => await WeekBudget.PrintAsync([.. args.Skip(1)]),
    ["memory"] => await MemoryFigures.PrintAsync(),
    ["queries"] => await QueryFigures.PrintAsync(),
    ["understanding"] => await UnderstandingFigures.PrintAsync(),
    ["serve", var sending] => await ServiceUnderLoad.ServeAsync(sends: sending == "on"),
    ["timer-memory"] => await TimerFigures.PrintMemoryOfTimersAsync(),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("usage: callbacks [CONNECTIONS …] | timers | memory | queries | understanding | week [DAYS [REPORTS]]");
    return 1;
}
