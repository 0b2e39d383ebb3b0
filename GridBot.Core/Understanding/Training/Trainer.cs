using System.Numerics;
using GridBot.Core.Issues;
using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding.Training;

/// <summary>
/// Learns weights from examples. Pure: the same word lists, examples and seed give the same weights to the last bit, on
/// every machine.
/// </summary>
public sealed class Trainer(Vocabulary vocabulary, CategoryTree tree, int seed)
{
    /// <summary>Pieces of text that are kept; a row of 64 weights and a key each make a file of 7 MB.</summary>
    private const int MostGrams = 100_000;

    /// <summary>One group in so many is set aside while the confidence is measured.</summary>
    private const int Folds = 5;

    private readonly FeatureReader _reader = new(vocabulary, tree);

    /// <param name="letters">
    /// Letters without a class, which a first model judges and the last one learns from; may be empty. They teach classes
    /// alone: which pieces of text count, and how much, the examples say.
    /// </param>
    public Weights Train(IReadOnlyList<Example> examples, IReadOnlyList<UnjudgedLetter> letters)
    {
        var keys = FeatureReader.Vocabulary(examples, MostGrams);
        var rows = _reader.Read(examples, keys);
        var lesson = new Lesson(rows, Rarity.Of(rows, keys.Length), _reader.SignalNames.Count);
        Example[] guessed = letters.Count == 0 ? [] : [.. Judge(letters, examples, lesson, keys)];
        return Train([.. examples, .. guessed], lesson with { Rows = [.. rows, .. _reader.Read(guessed, keys)] }, keys);
    }

    private IEnumerable<Example> Judge(IReadOnlyList<UnjudgedLetter> letters, IReadOnlyList<Example> examples, Lesson lesson, uint[] keys)
    {
        var (codes, rates) = (Codes.Of(Aspect.Category, tree), LearningRates.For(Aspect.Category));
        var model = Learn(lesson, Balanced([.. examples.Select(e => e[Aspect.Category])], codes.Count, rates), codes.Count, rates);
        return new SelfTeaching(_reader, keys, model, codes).Judge(letters);
    }

    private Weights Train(IReadOnlyList<Example> examples, Lesson lesson, uint[] keys)
    {
        var aspects = new List<AspectColumns>();
        var models = new List<Softmax>();
        var first = 0;
        foreach (var aspect in Enum.GetValues<Aspect>())
        {
            var (codes, rates) = (Codes.Of(aspect, tree), LearningRates.For(aspect));
            var answers = Balanced([.. examples.Select(e => e[aspect])], codes.Count, rates);
            var (temperature, threshold) = Confidence(examples, lesson, answers, codes.Count, rates);
            models.Add(Learn(lesson, answers, codes.Count, rates));
            aspects.Add(new AspectColumns(aspect, codes, first, temperature, threshold));
            first += codes.Count;
        }

        return Packing.Pack(aspects, models, keys, _reader.SignalNames);
    }

    private sealed record Lesson(FeatureRow[] Rows, float[] GramValues, int Signals);

    private Softmax Learn(Lesson lesson, Example.Answer[] answers, int codes, LearningRates rates)
    {
        var model = new Softmax(codes, lesson.GramValues, lesson.Signals, rates);
        model.Learn(lesson.Rows, answers, seed);
        return model;
    }

    /// <summary>Rare answers count more, so that the learner doesn't forget them for the frequent ones.</summary>
    private static Example.Answer[] Balanced(Example.Answer[] answers, int codes, LearningRates rates)
    {
        var counts = new double[codes];
        foreach (var answer in answers)
        {
            if (BitOperations.IsPow2(answer.Right))
            {
                counts[BitOperations.TrailingZeroCount(answer.Right)] += answer.Weight;
            }
        }

        var usual = counts.Average();
        return [.. answers.Select(a => !BitOperations.IsPow2(a.Right) ? a : a with
        {
            Weight = a.Weight * (float)Math.Pow(usual / Math.Max(1, counts[BitOperations.TrailingZeroCount(a.Right)]), rates.Balance),
        })];
    }

    /// <summary>Learns from four fifths and asks about the last: how sure may it be of what it has not seen?</summary>
    private (float Temperature, float Threshold) Confidence(
        IReadOnlyList<Example> examples, Lesson lesson, Example.Answer[] answers, int codes, LearningRates rates)
    {
        var aside = examples.Select(e => IsSetAside(e.Group)).ToArray();
        var model = Learn(lesson, [.. answers.Select((a, i) => aside[i] ? default : a)], codes, rates);
        var unseen = new List<(float[] Scores, ulong Right)>();
        for (var i = 0; i < answers.Length; i++)
        {
            if (aside[i] && answers[i].Right != 0)
            {
                var scores = new float[model.Width];
                model.Score(lesson.Rows[i], scores);
                unseen.Add((scores[..codes], answers[i].Right));
            }
        }

        var temperature = Calibration.Temperature(unseen);
        return (temperature, Calibration.Threshold(unseen, temperature));
    }

    private static bool IsSetAside(string group)
    {
        var hash = 2166136261u;
        foreach (var c in group)
        {
            hash = (hash ^ c) * 16777619;
        }

        return group.Length > 0 && (hash >> 8) % Folds == 0;
    }
}
