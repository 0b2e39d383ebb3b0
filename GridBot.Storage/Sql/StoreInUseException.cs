namespace GridBot.Storage.Sql;

/// <summary>Another host holds an embedded store; the message names the remedy.</summary>
public sealed class StoreInUseException(string message, Exception inner) : InvalidOperationException(message, inner);
