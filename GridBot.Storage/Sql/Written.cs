namespace GridBot.Storage.Sql;

/// <summary>What a write came to, and whether what it did shall stay. Not kept: its part of the transaction is undone.</summary>
internal readonly record struct Written<T>(T Value, bool Keep = true);
