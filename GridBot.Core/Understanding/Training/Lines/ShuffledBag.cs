namespace GridBot.Core.Understanding.Training.Lines;

/// <summary>Gives out every item once, in random order, before any a second time.</summary>
internal sealed class ShuffledBag<T>(IReadOnlyList<T> items, Dice dice)
{
    private readonly int[] _order = [.. Enumerable.Range(0, items.Count)];
    private int _next = items.Count;

    public T Draw()
    {
        if (_next == _order.Length)
        {
            dice.Shuffle(_order);
            _next = 0;
        }

        return items[_order[_next++]];
    }
}
