using System.Diagnostics;
using System.Runtime;
using GridBot.Benchmarks.Load;
using GridBot.Benchmarks.Towns;
using GridBot.Core.Understanding;
using GridBot.Core.Understanding.Likeness;
using GridBot.Handlers.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GridBot.Benchmarks.Figures;

/// <summary>From the words of a message to what they mean; one thread.</summary>
internal static class UnderstandingFigures
{
    private const int Rounds = 100;
    private const int FewMethods = 5;

    private static readonly string[] Openings = ["", "麻烦看一下，", "网格员在吗？", "又来了，", "各位邻居说一下，"];
    private static readonly string[] Wheres = ["", "3栋2单元", "12号楼楼下", "小区东门口", "六楼走廊", "地下车库"];

    private static readonly string[] Matters =
    [
        "路灯坏了两天没人修", "水管漏水，地上全是水", "有人半夜唱歌吵得睡不着", "垃圾桶满了没人收", "电动车停在楼道里充电", "墙皮掉下来差点砸到人",
        "收到，我马上去看", "已经修好了，谢谢师傅", "转给物业处理吧", "这个不归我们管，退回", "12号那件事办得怎么样了", "今天有多少件没办完", "大家注意明天停水通知", "好的知道了",
    ];

    public static async Task<int> PrintAsync()
    {
        using var stage = Stage.Set(BenchTown.OfReports());
        await using var app = ServiceUnderLoad.Build(
            builder => builder.Configuration.AddInMemoryCollection(stage.Settings(new Uri("http://127.0.0.1:9/"))), sends: false);
        await app.StartAsync();
        var understander = app.Services.GetRequiredService<RulesInForce>().Current.Understander;
        var at = TimeProvider.System.GetUtcNow();
        Utterance[] said =
        [
            .. from opening in Openings from place in Wheres from matter in Matters select new Utterance(opening + place + matter, null, "c1-b1.leader", null, "c1-g1", at),
        ];

        Figure.Note($"{said.Length} sentences; {Rounds} rounds of them when the compiler has settled, one thread");
        Figure.Print("understanding.first_message", Took(understander, said[..1]) / 1000, "ms");
        Figure.Print("understanding.first_round", Took(understander, said), "µs");
        Settle(understander, said);
        var took = RoundsOf(understander, said);
        Figure.Print("understanding.message", took[Rounds / 2], "µs");
        Figure.Print("understanding.message_best_round", took[0], "µs");
        Figure.Print("understanding.message_memory", MemoryOf(understander, said), "bytes");
        foreach (var (name, texts) in OddTexts.All)
        {
            Utterance[] odd = [.. texts.Select(t => said[0] with { Text = t })];
            Settle(understander, odd);
            Figure.Print($"understanding.{name}", RoundsOf(understander, odd)[Rounds / 2], "µs");
        }

        Figure.Print("understanding.model_file", new FileInfo(Path.Combine(AppContext.BaseDirectory, new SettingsFiles().Model)).Length / 1e6, "MB");
        PrintLinking(app.Services.GetRequiredService<LearnedLikeness>().Value!, [.. said.Select(s => s.Text)]);
        await app.StopAsync();
        return 0;
    }

    /// <summary>Messages are read by code that is compiled better and better as it runs: until nearly nothing was compiled for a second.</summary>
    private static void Settle(Understander understander, Utterance[] said)
    {
        long before;
        do
        {
            before = JitInfo.GetCompiledMethodCount();
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1);)
            {
                Took(understander, said);
            }
        }
        while (JitInfo.GetCompiledMethodCount() - before > FewMethods);
    }

    private static double[] RoundsOf(Understander understander, Utterance[] said) =>
        [.. Enumerable.Range(0, Rounds).Select(_ => Took(understander, said)).Order()];

    /// <summary>Microseconds for one message.</summary>
    private static double Took(Understander understander, Utterance[] said)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var utterance in said)
        {
            understander.Read(utterance);
        }

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / said.Length;
    }

    private static double MemoryOf(Understander understander, Utterance[] said)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Took(understander, said);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / said.Length;
    }

    /// <summary>Each message is prepared, put to the likest of those before it, and kept for those to come.</summary>
    private static void PrintLinking(LikenessModel model, IReadOnlyList<string> texts)
    {
        var at = TimeProvider.System.GetUtcNow();
        var took = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var index = new MatterIndex();
            var start = Stopwatch.GetTimestamp();
            foreach (var text in texts)
            {
                var matter = model.Prepare(text);
                index.Likest(matter, at, model, _ => true);
                index.Add(matter, at);
            }

            took[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / texts.Count;
        }

        Array.Sort(took, Rounds / 2, Rounds / 2);
        Figure.Print("understanding.link", took[Rounds * 3 / 4], "µs");
    }
}
