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
    /// <summary>Pieces of text that are kept; a row of 64 weights and a key each make a file of 5.5 MB.</summary>
    private const int MostGrams = 80_000;

    /// <summary>One group in so many is set aside while the confidence is measured.</summary>
    private const int Folds = 5;

    private readonly FeatureReader _reader = new(vocabulary, tree);

    public Weights Train(IReadOnlyList<Example> examples)
    {
        var keys = FeatureReader.Vocabulary(examples, MostGrams);
        var rows = _reader.Read(examples, keys);
        var lesson = new Lesson(rows, Rarity.Of(rows, keys.Length), _reader.SignalNames.Count);
        var aside = examples.Select(e => IsSetAside(e.Group)).ToArray();
        var questions = Enum.GetValues<Aspect>().Select(a => QuestionOf(a, examples)).ToArray();
        var models = new Softmax[questions.Length];
        var confidences = new (float Temperature, float Threshold)[questions.Length];

        // What is learned at once is learned apart, each by one thread in its order: two threads find what one would.
        Parallel.For(0, 2 * questions.Length, i =>
        {
            var question = questions[i / 2];
            if (i % 2 == 0)
            {
                models[i / 2] = Learn(lesson, question, question.Answers);
            }
            else
            {
                confidences[i / 2] = Confidence(lesson, question, aside);
            }
        });

        var first = 0;
        var columns = questions.Zip(confidences, (question, confidence) =>
        {
            first += question.Codes.Count;
            return new AspectColumns(
                question.Aspect, question.Codes, first - question.Codes.Count, confidence.Temperature, confidence.Threshold);
        }).ToList();
        return Packing.Pack(columns, models, keys, _reader.SignalNames);
    }

    private sealed record Lesson(FeatureRow[] Rows, float[] GramValues, int Signals);

    private sealed record Question(Aspect Aspect, IReadOnlyList<string> Codes, LearningRates Rates, Example.Answer[] Answers);

    private Question QuestionOf(Aspect aspect, IReadOnlyList<Example> examples)
    {
        var (codes, rates) = (Codes.Of(aspect, tree), LearningRates.For(aspect));
        return new Question(aspect, codes, rates, Balanced([.. examples.Select(e => e[aspect])], codes.Count, rates));
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

    private Softmax Learn(Lesson lesson, Question question, Example.Answer[] answers)
    {
        var model = new Softmax(question.Codes.Count, lesson.GramValues, lesson.Signals, question.Rates);
        model.Learn(lesson.Rows, answers, seed);
        return model;
    }

    /// <summary>Learns from four fifths and asks about the last: how sure may it be of what it has not seen?</summary>
    private (float Temperature, float Threshold) Confidence(Lesson lesson, Question question, bool[] aside)
    {
        var model = Learn(lesson, question, [.. question.Answers.Select((a, i) => aside[i] ? default : a)]);
        var unseen = new List<(float[] Scores, ulong Right)>();
        for (var i = 0; i < aside.Length; i++)
        {
            if (aside[i] && question.Answers[i].Right != 0)
            {
                var scores = new float[model.Width];
                model.Score(lesson.Rows[i], scores);
                unseen.Add((scores[..question.Codes.Count], question.Answers[i].Right));
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
