using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>Learns from tickets what words make an office answer for them.</summary>
public static class TopicTrainer
{
    /// <summary>An office with fewer tickets can't be learned.</summary>
    private const int Fewest = 20;

    private static readonly LearningRates Rates = new(6, 0.5f, 0.5f, 1e-5f, 0, 0, 0, 0);

    /// <returns><see cref="Topics.None"/> where there are no tickets of several offices.</returns>
    public static Topics Learn(IReadOnlyList<Ticket> tickets, PieceRarity rarity)
    {
        string[] offices =
        [
            .. tickets.Where(t => t.Office.Length > 0).GroupBy(t => t.Office).Where(g => g.Count() >= Fewest)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(Topics.Most).Select(g => g.Key),
        ];
        if (offices.Length < 2)
        {
            return Topics.None;
        }

        var learned = tickets.Where(t => offices.Contains(t.Office)).ToList();
        var softmax = new Softmax(offices.Length, [.. Enumerable.Repeat(1f, Topics.Slots)], 0, Rates);
        softmax.Learn(
            [.. learned.Select(t => new FeatureRow(Topics.RowsOf(Pieces.Letters(t.Text), rarity), []))],
            [.. learned.Select(t => new Example.Answer(1UL << Array.IndexOf(offices, t.Office), 1))],
            seed: 1);
        return Pack(softmax, offices.Length);
    }

    /// <summary>A byte for each weight; the largest of each office is 127.</summary>
    private static Topics Pack(Softmax softmax, int offices)
    {
        var (rows, scales, bias) = (new sbyte[Topics.Slots * offices], new float[offices], new float[offices]);
        for (var k = 0; k < offices; k++)
        {
            var largest = Enumerable.Range(0, Topics.Slots).Max(row => Math.Abs(softmax.Worth(row, k)));
            scales[k] = largest / sbyte.MaxValue;
            bias[k] = softmax.Worth(Topics.Slots, k);
            for (var row = 0; row < Topics.Slots && largest > 0; row++)
            {
                rows[(row * offices) + k] = (sbyte)Math.Round(softmax.Worth(row, k) / scales[k]);
            }
        }

        return new Topics(rows, scales, bias);
    }
}
