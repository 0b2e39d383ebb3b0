namespace GridBot.Core.Understanding;

/// <summary>A word of the finder's list at [Start, End).</summary>
internal readonly record struct WordHit(int Start, int End, int Word);

/// <summary>Finds all words of a list in one pass over a text (Aho–Corasick; the edges lie in one hash table).</summary>
internal sealed class WordFinder
{
    private const int Root = 0;

    private readonly ulong[] _edges;
    private readonly int[] _targets;
    private readonly ulong _mask;
    private readonly int[] _fallback;
    private readonly int[] _word;
    private readonly int[] _shorter;
    private readonly int[] _lengths;

    /// <param name="words">Distinct and not empty; a hit names its word by the position in this list.</param>
    public WordFinder(IReadOnlyList<string> words)
    {
        var trie = new Dictionary<ulong, int>();
        var word = new List<int> { -1 };
        _lengths = [.. words.Select(w => w.Length)];
        for (var w = 0; w < words.Count; w++)
        {
            var state = Root;
            foreach (var c in words[w])
            {
                if (!trie.TryGetValue(Edge(state, c), out var next))
                {
                    next = word.Count;
                    trie.Add(Edge(state, c), next);
                    word.Add(-1);
                }

                state = next;
            }

            word[state] = w;
        }

        _word = [.. word];
        (_fallback, _shorter) = Link(trie, _word);

        var size = 16;
        while (size < trie.Count * 3)
        {
            size *= 2;
        }

        (_edges, _targets, _mask) = (new ulong[size], new int[size], (ulong)size - 1);
        foreach (var (edge, target) in trie)
        {
            var slot = Slot(edge);
            while (_edges[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            (_edges[slot], _targets[slot]) = (edge, target);
        }
    }

    /// <summary>Adds every occurrence, in the order of their ends; of those that end together the longest comes first.</summary>
    public void Find(ReadOnlySpan<char> text, ref StackList<WordHit> hits)
    {
        var state = Root;
        for (var i = 0; i < text.Length; i++)
        {
            var next = Follow(state, text[i]);
            while (next < 0 && state != Root)
            {
                state = _fallback[state];
                next = Follow(state, text[i]);
            }

            state = Math.Max(next, Root);
            for (var found = _word[state] >= 0 ? state : _shorter[state]; found > Root; found = _shorter[found])
            {
                hits.Add(new WordHit(i + 1 - _lengths[_word[found]], i + 1, _word[found]));
            }
        }
    }

    private static ulong Edge(int state, char c) => ((ulong)(uint)state << 16) | c;

    private ulong Slot(ulong edge) => ((edge * 0x9E3779B97F4A7C15UL) >> 32) & _mask;

    private int Follow(int state, char c)
    {
        var edge = Edge(state, c);
        for (var slot = Slot(edge); _edges[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_edges[slot] == edge)
            {
                return _targets[slot];
            }
        }

        return -1;
    }

    private static (int[] Fallback, int[] Shorter) Link(Dictionary<ulong, int> trie, int[] word)
    {
        var (fallback, shorter) = (new int[word.Length], new int[word.Length]);

        // States are numbered along each word, so a parent's number is smaller; by depth, parents come first too.
        var depth = new int[word.Length];
        foreach (var (edge, target) in trie.OrderBy(e => e.Value))
        {
            depth[target] = depth[(int)(edge >> 16)] + 1;
        }

        foreach (var (edge, target) in trie.OrderBy(e => depth[e.Value]))
        {
            var (parent, c) = ((int)(edge >> 16), (char)(edge & 0xFFFF));
            if (parent != Root)
            {
                var state = fallback[parent];
                int next;
                while (!trie.TryGetValue(Edge(state, c), out next) && state != Root)
                {
                    state = fallback[state];
                }

                fallback[target] = next;
            }

            shorter[target] = word[fallback[target]] >= 0 ? fallback[target] : shorter[fallback[target]];
        }

        return (fallback, shorter);
    }
}
