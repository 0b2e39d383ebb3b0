using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace GridBot.Storage.Sql;

/// <summary>Borrows the prepared command of its text while it lives.</summary>
internal sealed class PreparedCommand(PreparedConnection connection) : DbCommand
{
    private SqliteCommand? _borrowed;

    [AllowNull]
    public override string CommandText
    {
        get => _borrowed?.CommandText ?? "";
        set => Borrow(value ?? "");
    }

    public override int CommandTimeout { get; set; } = 30;

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A prepared command stays with its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => Inner.Parameters;

    /// <summary>SQLite has one transaction per connection; the group commit opens it.</summary>
    protected override DbTransaction? DbTransaction { get; set; }

    private SqliteCommand Inner => _borrowed ?? throw new InvalidOperationException("The command has no text yet.");

    public override void Cancel() => Inner.Cancel();

    public override int ExecuteNonQuery() => Named().ExecuteNonQuery();

    public override object? ExecuteScalar() => Named().ExecuteScalar();

    public override void Prepare() => Inner.Prepare();

    protected override DbParameter CreateDbParameter() => new SqliteParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Named().ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing && _borrowed is { } command)
        {
            _borrowed = null;
            connection.GiveBack(command);
        }

        base.Dispose(disposing);
    }

    /// <summary>Dapper leaves the @ away; SQLite would search each name three times for it.</summary>
    private SqliteCommand Named()
    {
        foreach (SqliteParameter parameter in Inner.Parameters)
        {
            if (!parameter.ParameterName.StartsWith('@'))
            {
                parameter.ParameterName = $"@{parameter.ParameterName}";
            }
        }

        return Inner;
    }

    /// <summary>Dapper rewrites the text once it has spread a list into parameters; these move along.</summary>
    private void Borrow(string text)
    {
        var before = _borrowed;
        _borrowed = connection.Take(text);
        if (before is null)
        {
            return;
        }

        var parameters = before.Parameters.Cast<SqliteParameter>().ToArray();
        before.Parameters.Clear();
        _borrowed.Parameters.AddRange(parameters);
        connection.GiveBack(before);
    }
}
