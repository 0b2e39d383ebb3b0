namespace GridBot.Storage.Sql;

/// <summary>Holds a file beside the database, so that a second host with an embedded Redis of its own is refused.</summary>
public sealed class StoreLock(string file) : IDisposable
{
    private FileStream? _held;

    /// <summary>Refuses with the remedy when another process holds it; the operating system frees it when a process dies.</summary>
    public void Take()
    {
        if (_held is not null)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            _held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new StoreTakenException(
                $"Another GridBot works on this store already ({file} is held). With Redis:Connection=embedded there can be only one: "
                + "stop the other, or give all hosts one Redis in Redis:Connection (and for production one SQL Server in Database).",
                error);
        }
    }

    public void Dispose() => _held?.Dispose();
}
