using Dapper;
using GridBot.Storage.Sql;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace GridBot.Tests.Storage;

public sealed class PreparedConnectionTests : IDisposable
{
    private readonly PreparedConnection _connection = new(new SqliteConnection("Data Source=:memory:"));

    public PreparedConnectionTests() => _connection.Open();

    [Fact]
    public async Task A_text_is_prepared_once_and_gets_new_parameters_each_time()
    {
        const string Sum = "SELECT @a + @b";

        Assert.Equal(3, await _connection.QueryFirstAsync<int>(Sum, new { a = 1, b = 2 }));
        var prepared = _connection.Take(Sum);
        _connection.GiveBack(prepared);

        Assert.Equal(30, await _connection.QueryFirstAsync<int>(Sum, new { a = 10, b = 20 }));
        Assert.Same(prepared, _connection.Take(Sum));
    }

    [Fact]
    public async Task A_list_is_spread_whatever_its_length()
    {
        const string In = "SELECT @a WHERE 3 IN @ids";

        Assert.Equal([7], await _connection.QueryAsync<int>(In, new { a = 7, ids = Enumerable.Range(1, 3) }));
        Assert.Empty(await _connection.QueryAsync<int>(In, new { a = 7, ids = Enumerable.Range(1, 2) }));
        Assert.Empty(await _connection.QueryAsync<int>(In, new { a = 7, ids = Array.Empty<int>() }));
    }

    [Fact]
    public async Task A_statement_that_fails_can_be_run_again()
    {
        _connection.Execute("CREATE TABLE t (a INTEGER PRIMARY KEY)");
        const string Insert = "INSERT INTO t (a) VALUES (@a)";
        await _connection.ExecuteAsync(Insert, new { a = 1 });

        await Assert.ThrowsAsync<SqliteException>(() => _connection.ExecuteAsync(Insert, new { a = 1 }));

        Assert.Equal(1, await _connection.ExecuteAsync(Insert, new { a = 2 }));
    }

    [Fact]
    public async Task A_write_that_throws_undoes_itself_alone_and_its_caller_hears_why()
    {
        var folder = Directory.CreateTempSubdirectory("gridbot-group-");
        await using (var database = new SqliteDatabase(Path.Combine(folder.FullName, "a.db"), NullLogger.Instance))
        {
            var cancelled = TestContext.Current.CancellationToken;
            var (create, insert) = (new Statement("CREATE TABLE t (a INTEGER PRIMARY KEY)"), new Statement("INSERT INTO t (a) VALUES (@a)"));
            await database.WriteAsync(create, new { }, cancelled);

            var good = Enumerable.Range(1, 50).Select(a => database.WriteAsync(insert, new { a }, cancelled)).ToList();
            var bad = database.WriteAsync<int>(
                async sql =>
                {
                    await sql.ExecuteAsync(insert, new { a = 100 });
                    throw new InvalidOperationException("a bug");
                },
                cancelled);

            await Task.WhenAll(good);
            await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
            Assert.Equal(50, await database.FirstAsync<int>(new Statement("SELECT COUNT(*) AS n FROM t"), new { }, cancelled));
        }

        folder.Delete(recursive: true);
    }

    public void Dispose() => _connection.Dispose();
}
