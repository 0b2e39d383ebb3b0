namespace GridBot.Storage.Timers;

/// <summary>What Redis said, or that it is away.</summary>
public readonly record struct RedisAnswer<T>(bool Available, T? Value);
