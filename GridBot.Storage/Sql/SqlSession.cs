using System.Data.Common;
using Dapper;

namespace GridBot.Storage.Sql;

/// <summary>An open connection inside its transaction, if it has one. Knows which of a statement's two texts to say.</summary>
internal sealed class SqlSession(DbConnection connection, DbTransaction? transaction, bool isSqlite, CancellationToken cancellationToken)
{
    public Task<int> ExecuteAsync(Statement statement, object? args = null) =>
        connection.ExecuteAsync(Command(statement, args));

    public async Task<IReadOnlyList<T>> QueryAsync<T>(Statement statement, object? args = null) =>
        (await connection.QueryAsync<T>(Command(statement, args))).AsList();

    public Task<T?> FirstAsync<T>(Statement statement, object? args = null) =>
        connection.QueryFirstOrDefaultAsync<T>(Command(statement, args));

    private CommandDefinition Command(Statement statement, object? args) =>
        new(isSqlite ? statement.Sqlite : statement.SqlServer, args, transaction, cancellationToken: cancellationToken);
}
