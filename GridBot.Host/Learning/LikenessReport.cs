using System.Globalization;
using GridBot.Core.Understanding.Likeness;
using GridBot.Core.Understanding.Training.Likeness;

namespace GridBot.Host.Learning;

/// <summary>In words, how well messages of one matter are known from others.</summary>
internal static class LikenessReport
{
    /// <summary>A file of judged pairs or a judged stream, by a model; see <see cref="PairFile"/> and <see cref="LetterStream"/>.</summary>
    public static void Print(TextWriter output, string file, LikenessModel model)
    {
        if (LetterStream.Knows(file))
        {
            foreach (var stream in LetterStream.Read(file, model.Sense))
            {
                Print(output, stream.Form, LinkMeasure.Of(stream.Messages, model));
            }

            return;
        }

        foreach (var form in PairFile.Read(file, model.Sense).GroupBy(p => p.Form))
        {
            Print(output, form.Key, PairMeasure.Of([.. form.Select(p => Judge(p, model))]));
        }
    }

    private static PairMeasure.Judgement Judge(JudgedPair pair, LikenessModel model)
    {
        var score = model.Score(pair.One.Matter, pair.Other.Matter);
        return new PairMeasure.Judgement(pair.Same, score, model.IsSame(pair.One.Matter, pair.Other.Matter, score));
    }

    public static void Print(TextWriter output, LikenessLesson lesson)
    {
        foreach (var (form, measure) in lesson.Pairs)
        {
            Print(output, form, measure);
        }

        foreach (var (form, measure) in lesson.Links)
        {
            Print(output, form, measure);
        }
    }

    private static void Print(TextWriter output, PairForm form, PairMeasure measure) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  成对（{NameOf(form)}）: {measure.Pairs} 对，F1 {measure.F1:F3}（精度 {measure.Precision:F3}，召回 {measure.Recall:F3}），平均精度 {measure.AveragePrecision:F3}"));

    private static void Print(TextWriter output, PairForm form, LinkMeasure measure) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"  先后（{NameOf(form)}）: {measure.Messages} 条，其中 {measure.Repeats} 条前面有同一件事；并了 {measure.Links} 条，精度 {measure.Precision:F3}，召回 {measure.Recall:F3}"));

    private static string NameOf(PairForm form) => form switch { PairForm.TitlesAlone => "只比标题", PairForm.TitlesAndDetails => "标题和正文", _ => "连成一段" };
}
