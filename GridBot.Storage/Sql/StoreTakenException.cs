namespace GridBot.Storage.Sql;

/// <summary>Another GridBot works on this embedded store; the message says what to do.</summary>
public sealed class StoreTakenException(string message, Exception inner) : InvalidOperationException(message, inner);
