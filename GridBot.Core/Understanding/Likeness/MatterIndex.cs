namespace GridBot.Core.Understanding.Likeness;

/// <summary>
/// Finds the likest among many matters without comparing each with each: every matter stands under its rarest pieces,
/// and only those that share some are compared.
/// </summary>
public sealed class MatterIndex
{
    /// <summary>Under how many of its pieces a matter stands.</summary>
    private const int Entries = 24;

    /// <summary>How many of those that share the most are compared in full.</summary>
    private const int Compared = 12;

    /// <summary>A piece that so many share says nothing.</summary>
    private const int Crowd = 400;

    private readonly Dictionary<uint, List<int>> _standing = [];
    private readonly List<(Matter Matter, DateTimeOffset At)> _matters = [];

    /// <summary>Returns the matter's number: 0, 1, 2 …</summary>
    public int Add(Matter matter, DateTimeOffset at)
    {
        var number = _matters.Count;
        _matters.Add((matter, at));
        foreach (var (piece, _) in RarestOf(matter))
        {
            if (!_standing.TryGetValue(piece, out var under))
            {
                _standing[piece] = under = [];
            }

            under.Add(number);
        }

        return number;
    }

    /// <summary>The likest of those that were added, with its score; null where none shares a rare piece.</summary>
    /// <param name="mayBe">Which numbers come into question at all.</param>
    public (int Number, float Score)? Likest(Matter matter, DateTimeOffset at, LikenessModel model, Func<int, bool> mayBe)
    {
        (int Number, float Score)? best = null;
        foreach (var number in Candidates(matter).Where(mayBe))
        {
            var score = model.LinkScore(matter, _matters[number].Matter, at - _matters[number].At);
            if (best is null || score > best.Value.Score)
            {
                best = (number, score);
            }
        }

        return best;
    }

    /// <summary>Those that share the most, by the rarity of what is shared.</summary>
    internal IReadOnlyList<int> Candidates(Matter matter)
    {
        var shared = new Dictionary<int, float>();
        foreach (var (piece, rarity) in RarestOf(matter))
        {
            if (_standing.TryGetValue(piece, out var under) && under.Count <= Crowd)
            {
                foreach (var number in under)
                {
                    shared[number] = shared.GetValueOrDefault(number) + rarity;
                }
            }
        }

        return [.. shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(Compared).Select(s => s.Key)];
    }

    private static IEnumerable<(uint Piece, float Rarity)> RarestOf(Matter matter) =>
        RarestOf(matter.Head.Pairs).Concat(ReferenceEquals(matter.Head, matter.Whole) ? [] : RarestOf(matter.Whole.Pairs)).DistinctBy(p => p.Piece);

    private static IEnumerable<(uint Piece, float Rarity)> RarestOf(PieceBag bag) =>
        bag.Pieces.Zip(bag.Rarities).OrderByDescending(p => p.Second).ThenBy(p => p.First).Take(Entries);
}
