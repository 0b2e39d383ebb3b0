namespace GridBot.Core.Understanding;

/// <summary>A list that lies on the caller's stack, and moves to the heap only when that room is full.</summary>
internal ref struct StackList<T>(Span<T> room)
    where T : unmanaged
{
    private Span<T> _room = room;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<T> Items => _room[..Count];

    public readonly T this[int i] => _room[i];

    public void Add(T item)
    {
        if (Count == _room.Length)
        {
            var larger = new T[Count * 2];
            _room.CopyTo(larger);
            _room = larger;
        }

        _room[Count++] = item;
    }
}
