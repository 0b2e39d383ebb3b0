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

    /// <summary>By character: where it leads from the root, which is where most characters of a text are looked up.</summary>
    private readonly int[] _fromRoot = new int[char.MaxValue + 1];
    private readonly State[] _states;
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

        _states = Link(trie, word);

        var size = 16;
        while (size < trie.Count * 3)
        {
            size *= 2;
        }

        (_edges, _targets, _mask) = (new ulong[size], new int[size], (ulong)size - 1);
        foreach (var (edge, target) in trie)
        {
            if (edge <= char.MaxValue)
            {
                _fromRoot[edge] = target;
                continue;
            }

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
            state = Next(state, text[i]);
            for (var found = _states[state].Longest; found > Root; found = _states[_states[found].Fallback].Longest)
            {
                var word = _states[found].Word;
                hits.Add(new WordHit(i + 1 - _lengths[word], i + 1, word));
            }
        }
    }

    private int Next(int state, char c)
    {
        for (state = _states[state].Onward; state != Root; state = _states[state].Fallback)
        {
            var next = Follow(state, c);
            if (next != Root)
            {
                return next;
            }
        }

        return _fromRoot[c];
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

        return Root;
    }

    private static State[] Link(Dictionary<ulong, int> trie, List<int> word)
    {
        var states = new State[word.Count];
        states[Root] = new State(Word: -1, Longest: Root, Fallback: Root, Onward: Root);
        var (depth, leads) = (new int[word.Count], new bool[word.Count]);

        // States are numbered along each word, so a parent's number is smaller; by depth, parents come first too.
        foreach (var (edge, target) in trie.OrderBy(e => e.Value))
        {
            depth[target] = depth[(int)(edge >> 16)] + 1;
            leads[edge >> 16] = true;
        }

        foreach (var (edge, target) in trie.OrderBy(e => depth[e.Value]))
        {
            var (parent, c) = ((int)(edge >> 16), (char)(edge & 0xFFFF));
            var fallback = Root;
            if (parent != Root)
            {
                var state = states[parent].Fallback;
                while (!trie.TryGetValue(Edge(state, c), out fallback) && state != Root)
                {
                    state = states[state].Fallback;
                }
            }

            states[target] = new State(
                word[target],
                word[target] >= 0 ? target : states[fallback].Longest,
                fallback,
                leads[target] ? target : states[fallback].Onward);
        }

        return states;
    }

    /// <summary>What was read so far of one or more words.</summary>
    /// <param name="Word">The word that is complete here; -1 when none is.</param>
    /// <param name="Longest">The state of the longest word that ends here: this one or a shorter one; the root when none does.</param>
    /// <param name="Fallback">The longest shorter state that ends in the same characters.</param>
    /// <param name="Onward">The first from which any character leads on: this one, or a fallback.</param>
    private readonly record struct State(int Word, int Longest, int Fallback, int Onward);
}
