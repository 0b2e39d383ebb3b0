using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace GridBot.Storage.Sql;

/// <summary>
/// A SQLite connection whose commands stay prepared by their text. Dapper makes a new command for each call; preparing it
/// anew would cost more than running it.
/// </summary>
internal sealed class PreparedConnection(SqliteConnection inner) : DbConnection
{
    /// <summary>Lists of ids make texts of different lengths; beyond this many texts, commands are prepared per call again.</summary>
    private const int MostTexts = 200;

    private readonly Dictionary<string, SqliteCommand> _idle = [];

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Close() => inner.Close();

    public override void Open() => inner.Open();

    /// <summary>For what stands around a transaction: BEGIN, SAVEPOINT, COMMIT.</summary>
    public void Execute(string text)
    {
        var command = Take(text);
        try
        {
            command.ExecuteNonQuery();
        }
        finally
        {
            GiveBack(command);
        }
    }

    public SqliteCommand Take(string text)
    {
        if (_idle.Remove(text, out var command))
        {
            return command;
        }

        command = inner.CreateCommand();
#pragma warning disable CA2100 // Every text is a Statement of this project.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (_idle.Count >= MostTexts || !_idle.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException("Transactions are opened by the group commit.");

    protected override DbCommand CreateDbCommand() => new PreparedCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in _idle.Values)
            {
                command.Dispose();
            }

            _idle.Clear();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
