using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training;

namespace GridBot.Tests.Understanding;

/// <summary>A few invented examples that the trainer learns in no time.</summary>
internal static class SmallSchool
{
    private static readonly string[] Wheres = ["3栋", "12号楼", "东门口", "车棚旁边", "二单元", "小区里"];

    private static readonly (string Text, string Intent, string Category)[] Lessons =
    [
        ("水管爆了到处流水", "report", "utilities"), ("路灯一盏都不亮", "report", "facility"), ("有人半夜放鞭炮", "report", "noise"),
        ("垃圾堆成小山", "report", "sanitation"), ("收到马上去", "ack", ""), ("大家吃了吗", "chat", ""), ("修好了可以用了", "resolve", ""),
    ];

    public static IReadOnlyList<Example> Examples { get; } =
    [
        .. from place in Wheres
           from lesson in Lessons
           select new Example(place + lesson.Text, place + lesson.Text, "", "")
               .Says(Aspect.Channel, Codes.Channels, [Codes.Chat])
               .Says(Aspect.Issue, Codes.Issues, [lesson.Intent == "report" ? "yes" : "no"])
               .Says(Aspect.Intent, Codes.Intents, [lesson.Intent])
               .Says(Aspect.Category, Codes.Of(Aspect.Category, WordFiles.Categories), [lesson.Category]),
    ];

    public static Weights Learn(int seed = 1) => new Trainer(WordFiles.Vocabulary, WordFiles.Categories, seed).Train(Examples);
}
