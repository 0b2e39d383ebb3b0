namespace GridBot.Storage;

/// <summary>Where GridBot remembers and rings. Bound to the root of the settings: Database, DataFolder, Redis, Secrets.</summary>
public sealed class StorageOptions
{
    public const string SqlitePrefix = "sqlite:";
    public const string SqlServerPrefix = "sqlserver:";
    public const string EmbeddedRedis = "embedded";

    /// <summary>sqlite:FILE or sqlserver:CONNECTION STRING.</summary>
    public string Database { get; set; } = "sqlite:data/gridbot.db";

    /// <summary>Where this host keeps files of its own; empty: beside the SQLite file, else "data".</summary>
    public string DataFolder { get; set; } = "";

    public RedisSettings Redis { get; set; } = new();

    public SecretSettings Secrets { get; set; } = new();

    public string? SqliteFile => After(SqlitePrefix) is { Length: > 0 } file ? Path.GetFullPath(file) : null;

    public string? SqlServerConnection => After(SqlServerPrefix) is { Length: > 0 } connection ? connection : null;

    public string Folder => Path.GetFullPath(
        DataFolder.Length > 0 ? DataFolder : SqliteFile is { } file ? Path.GetDirectoryName(file)! : "data");

    /// <summary>What a file beside the database is named after.</summary>
    public string FileStem => SqliteFile is { } file ? Path.GetFileName(file) : "gridbot";

    /// <summary>Where the key lies that was made for a SQLite file without Secrets:DataKey.</summary>
    public string KeyFile => Path.Combine(Folder, FileStem + ".key");

    private string? After(string prefix) =>
        Database.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? Database[prefix.Length..].Trim() : null;

    public sealed class RedisSettings
    {
        /// <summary>"embedded" or a StackExchange.Redis connection string.</summary>
        public string Connection { get; set; } = EmbeddedRedis;

        public string KeyPrefix { get; set; } = "gridbot:";
    }

    public sealed class SecretSettings
    {
        /// <summary>32 bytes in base64; seals what is stored. Empty with SQLite: made once, beside the database file.</summary>
        public string DataKey { get; set; } = "";
    }
}
