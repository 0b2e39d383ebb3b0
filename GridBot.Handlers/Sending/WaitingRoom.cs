namespace GridBot.Handlers.Sending;

/// <summary>
/// Destinations that wait for a free hand, each once: groups before persons, since a mention in a group is what makes people
/// look; then the most pressing; then who came first. One that is called while a hand works on it comes once more.
/// </summary>
internal sealed class WaitingRoom
{
    private readonly Lock _lock = new();
    private readonly Queue _groups = new();
    private readonly Queue _persons = new();
    private readonly HashSet<string> _inWork = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _again = new(StringComparer.Ordinal);
    private readonly LinkedList<(bool OnlyGroups, TaskCompletionSource<string> Told)> _idle = [];

    public static bool IsGroup(string destination) => destination.StartsWith("push:", StringComparison.Ordinal);

    /// <summary>A group waits, or a hand is calling one.</summary>
    public bool HasGroups
    {
        get
        {
            lock (_lock)
            {
                return _groups.Count > 0 || _inWork.Any(IsGroup);
            }
        }
    }

    public void Add(string destination, int priority)
    {
        lock (_lock)
        {
            if (_inWork.Contains(destination))
            {
                _again[destination] = Math.Min(priority, _again.GetValueOrDefault(destination, int.MaxValue));
                return;
            }

            QueueOf(destination).Add(destination, priority);
            HandOut();
        }
    }

    public Task<string> TakeAsync(bool onlyGroups, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _idle.AddLast((onlyGroups, told));
            HandOut();
            return told.Task.WaitAsync(cancellationToken);
        }
    }

    public void Done(string destination)
    {
        lock (_lock)
        {
            _inWork.Remove(destination);
            if (_again.Remove(destination, out var priority))
            {
                QueueOf(destination).Add(destination, priority);
                HandOut();
            }
        }
    }

    private Queue QueueOf(string destination) => IsGroup(destination) ? _groups : _persons;

    private void HandOut()
    {
        for (var hand = _idle.First; hand is not null && (_groups.Count > 0 || _persons.Count > 0);)
        {
            var next = hand.Next;
            if ((_groups.Take() ?? (hand.Value.OnlyGroups ? null : _persons.Take())) is { } destination)
            {
                _idle.Remove(hand);
                _inWork.Add(destination);
                hand.Value.Told.SetResult(destination);
            }

            hand = next;
        }
    }

    private sealed class Queue
    {
        private readonly PriorityQueue<string, (int Priority, long Turn)> _waiting = new();
        private readonly Dictionary<string, int> _priorities = new(StringComparer.Ordinal);
        private long _turn;

        public int Count => _priorities.Count;

        /// <summary>What waits already moves forward when it has become more pressing.</summary>
        public void Add(string destination, int priority)
        {
            if (!_priorities.TryGetValue(destination, out var known) || priority < known)
            {
                _priorities[destination] = priority;
                _waiting.Enqueue(destination, (priority, _turn++));
            }
        }

        public string? Take()
        {
            while (_waiting.TryDequeue(out var destination, out _))
            {
                // It stands there twice when it has moved forward.
                if (_priorities.Remove(destination))
                {
                    return destination;
                }
            }

            return null;
        }
    }
}
