using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding.Training;

/// <summary>A message whose meaning is known, or partly known.</summary>
/// <param name="Group">
/// Messages of one group are much alike, and stay on one side when the data is divided; of an empty group, on the side of those to learn from.
/// </param>
/// <param name="Role">One of <see cref="Codes.Roles"/>, or empty.</param>
/// <param name="Before">The line before it in its thread; empty when there is none.</param>
public sealed record Example(string Text, string Group, string Role, string Before)
{
    /// <summary>What was looked at, where the text itself is gone and empty here; else null.</summary>
    public Pieces? Pieces { get; init; }

    private readonly Answer[] _answers = new Answer[Enum.GetValues<Aspect>().Length];

    /// <summary>The answer to a question: one bit for each code that is right. No bit: it isn't asked.</summary>
    /// <param name="Weight">How much the answer counts beside others; 1 is usual.</param>
    public readonly record struct Answer(ulong Right, float Weight);

    public Answer this[Aspect aspect] => _answers[(int)aspect];

    /// <summary>Sets an answer; several codes mean that any of them is right.</summary>
    public Example Says(Aspect aspect, IReadOnlyList<string> codes, IEnumerable<string> right, float weight = 1)
    {
        var bits = 0UL;
        foreach (var code in right)
        {
            for (var i = 0; i < codes.Count; i++)
            {
                bits |= codes[i] == code ? 1UL << i : 0;
            }
        }

        _answers[(int)aspect] = new Answer(bits, weight);
        return this;
    }
}
