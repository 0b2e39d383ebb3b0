using System.Numerics;
using GridBot.Core.Issues;
using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding.Training;

/// <summary>
/// Learns weights from examples. Pure: the same word lists, examples and seed give the same weights to the last bit, whatever
/// the number of threads.
/// </summary>
public sealed class Trainer(Vocabulary vocabulary, CategoryTree tree, int seed)
{
    /// <summary>Pieces of text that are kept; a row of 80 weights and a key each make a file of 5.5 MB.</summary>
    private const int MostGrams = 64_000;

    /// <summary>What a chat or a letter counts where tickets' classes are learned.</summary>
    private const float BesideTickets = 0.05f;

    /// <summary>One group in so many is set aside while the confidence is measured.</summary>
    private const int Folds = 5;

    /// <summary>The answer of a ticket to <see cref="Aspect.Channel"/>.</summary>
    private static readonly ulong Ticket = 1UL << Codes.Channels.ToList().IndexOf(Codes.Hotline);

    private readonly FeatureReader _reader = new(vocabulary, tree);

    public Weights Train(IReadOnlyList<Example> examples)
    {
        var keys = FeatureReader.Vocabulary(examples, MostGrams);
        var rows = _reader.Read(examples, keys);
        var lesson = new Lesson(rows, Rarity.Of(rows, keys.Length), _reader.SignalNames.Count);
        var aside = examples.Select(e => IsSetAside(e.Group)).ToArray();
        var questions = Enum.GetValues<Aspect>().Select(a => QuestionOf(a, examples)).ToArray();
        var models = new LinearModel[questions.Length];
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

    /// <param name="Answers">For each example.</param>
    /// <param name="Measures">Which examples are of the kind that the question will be asked about.</param>
    private sealed record Question(Aspect Aspect, IReadOnlyList<string> Codes, Example.Answer[] Answers, bool[] Measures);

    private Question QuestionOf(Aspect aspect, IReadOnlyList<Example> examples)
    {
        var codes = Codes.Of(aspect, tree);
        var balance = IsOfTickets(aspect) ? PlaneRates.For(aspect).Balance : LearningRates.For(aspect).Balance;
        var answers = examples.Select(e => aspect == Aspect.HotlineCategory ? AmongTickets(e) : e[aspect]);
        return new Question(aspect, codes, Balanced([.. answers], codes.Count, balance), [.. examples.Select(e => Measures(aspect, e))]);
    }

    /// <summary>
    /// Chats and letters help with tickets' classes where tickets leave something open. What people corrected counts in full: it may
    /// have been worded as a ticket.
    /// </summary>
    private static Example.Answer AmongTickets(Example example) =>
        example[Aspect.Category] with { Weight = example[Aspect.Category].Weight * (IsTicket(example) || example.Pieces is not null ? 1 : BesideTickets) };

    private static bool IsOfTickets(Aspect aspect) => aspect is Aspect.HotlineCategory or Aspect.HotlineIntent;

    /// <summary>
    /// What is asked of tickets is measured on tickets, the class of all else on all else; but a letter of a wider class tells little
    /// of how sure a class of ours is.
    /// </summary>
    private static bool Measures(Aspect aspect, Example example) => aspect switch
    {
        Aspect.HotlineCategory or Aspect.HotlineIntent => IsTicket(example),
        Aspect.Category => !IsTicket(example) && BitOperations.IsPow2(example[Aspect.Category].Right),
        _ => true,
    };

    private static bool IsTicket(Example example) => example[Aspect.Channel].Right == Ticket;

    /// <summary>Rare answers count more, so that the learner doesn't forget them for the frequent ones.</summary>
    private static Example.Answer[] Balanced(Example.Answer[] answers, int codes, double balance)
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
            Weight = a.Weight * (float)Math.Pow(usual / Math.Max(1, counts[BitOperations.TrailingZeroCount(a.Right)]), balance),
        })];
    }

    /// <summary>
    /// Tickets are many and much alike: planes follow them closer. Of what chats say there are few examples, and many other
    /// ways: there a learner that forgets much of what it sees understands a stranger better.
    /// </summary>
    private LinearModel Learn(Lesson lesson, Question question, Example.Answer[] answers)
    {
        if (IsOfTickets(question.Aspect))
        {
            return Planes.Learn(
                lesson.Rows, lesson.GramValues, lesson.Signals, PlaneRates.For(question.Aspect), answers, question.Codes.Count, seed);
        }

        var rates = LearningRates.For(question.Aspect);
        var voices = new Softmax[rates.Voices];
        Parallel.For(0, voices.Length, v =>
        {
            voices[v] = new Softmax(question.Codes.Count, lesson.GramValues, lesson.Signals, rates);
            voices[v].Learn(lesson.Rows, answers, seed + v);
        });
        return new LinearModel(
            question.Codes.Count, lesson.GramValues.Length, lesson.Signals, (row, answer) => voices.Sum(v => v.Worth(row, answer)) / voices.Length);
    }

    /// <summary>Learns from four fifths and asks about the last: how sure may it be of what it has not seen?</summary>
    private (float Temperature, float Threshold) Confidence(Lesson lesson, Question question, bool[] aside)
    {
        var model = Learn(lesson, question, [.. question.Answers.Select((a, i) => aside[i] ? default : a)]);
        var unseen = new List<(float[] Scores, ulong Right)>();
        for (var i = 0; i < aside.Length; i++)
        {
            if (aside[i] && question.Measures[i] && question.Answers[i].Right != 0)
            {
                unseen.Add((model.Scores(lesson.Rows[i]), question.Answers[i].Right));
            }
        }

        var temperature = Calibration.Temperature(unseen);
        return (temperature, Calibration.Threshold(unseen, temperature, againstSecond: question.Aspect is Aspect.Category or Aspect.HotlineCategory));
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
