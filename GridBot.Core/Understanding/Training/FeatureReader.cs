using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding.Training;

/// <summary>Turns examples into rows of features: first which pieces of text there are, then which of them each example has.</summary>
internal sealed class FeatureReader
{
    /// <summary>A piece that occurs in fewer examples tells of one message, not of its kind.</summary>
    private const int Rarest = 2;

    private readonly PhraseBook _book;
    private readonly CategoryWords _words;
    private readonly PlaceIndex _nowhere = new(new RosterBook([], [], [], [], []));
    private readonly Signals _signals;

    public FeatureReader(Vocabulary vocabulary, CategoryTree tree)
    {
        _book = new PhraseBook(vocabulary, tree);
        _words = new CategoryWords(_book, tree);
        SignalNames = Signals.NamesOf(_book, tree);
        _signals = new Signals(SignalNames, _book, tree);
    }

    public IReadOnlyList<string> SignalNames { get; }

    /// <summary>The pieces that occur often enough, the most frequent first when there are too many; ascending.</summary>
    public static uint[] Vocabulary(IReadOnlyList<Example> examples, int most)
    {
        var seen = new Dictionary<uint, int>();
        var once = new HashSet<uint>();
        var hashes = new uint[Grams.Most];
        foreach (var example in examples)
        {
            once.Clear();
            var pieces = example.Pieces is { } kept ? kept.Grams : hashes.AsSpan(0, Grams.Hash(Normaliser.Normalise(example.Text), hashes));
            foreach (var piece in pieces)
            {
                if (once.Add(piece))
                {
                    seen[piece] = seen.GetValueOrDefault(piece) + 1;
                }
            }
        }

        return [.. seen.Where(s => s.Value >= Rarest).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(most).Select(s => s.Key).Order()];
    }

    public FeatureRow[] Read(IReadOnlyList<Example> examples, uint[] vocabulary)
    {
        var rowOf = vocabulary.Select((k, i) => (k, i)).ToDictionary(k => k.k, k => k.i);
        var signalOf = SignalNames.Select((n, i) => (Hash: Pieces.HashOf(n), i)).DistinctBy(n => n.Hash).ToDictionary(n => n.Hash, n => n.i);
        var hashes = new uint[Grams.Most];
        var signals = new int[Signals.Most];
        var rows = new FeatureRow[examples.Count];
        for (var e = 0; e < rows.Length; e++)
        {
            if (examples[e].Pieces is { } kept)
            {
                rows[e] = new FeatureRow([.. Known(kept.Grams, rowOf)], [.. Known(kept.Signals, signalOf)]);
                continue;
            }

            var heard = Listen(examples[e]);
            var grams = new HashSet<int>();
            var count = Grams.Hash(heard.Passage.Text, hashes);
            for (var i = 0; i < count; i++)
            {
                if (rowOf.TryGetValue(hashes[i], out var row))
                {
                    grams.Add(row);
                }
            }

            rows[e] = new FeatureRow([.. grams.Order()], signals[.._signals.Collect(heard, signals)]);
        }

        return rows;
    }

    private static IEnumerable<int> Known(uint[] hashes, Dictionary<uint, int> rows) =>
        hashes.Where(rows.ContainsKey).Select(h => rows[h]).Distinct().Order();

    public Listened Listen(Example example)
    {
        var passage = Passage.Of(example.Text, _book, _nowhere);
        var before = example.Before.Length > 0 ? Passage.Of(example.Before, _book, _nowhere) : null;
        return Listened.Whole(passage, _words, EmergencyWatch.Watch(passage), Codes.Roles.ToList().IndexOf(example.Role), before);
    }
}
