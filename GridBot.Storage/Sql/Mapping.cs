using System.Data;
using Dapper;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace GridBot.Storage.Sql;

/// <summary>How Dapper reads our columns: snake_case names, and instants as each database keeps them.</summary>
internal static class Mapping
{
    public static void Register()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new Instants());
    }

    /// <summary>Unix milliseconds in SQLite, datetime2(3) in SQL Server; both in UTC.</summary>
    private sealed class Instants : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            if (parameter is SqliteParameter)
            {
                parameter.Value = value.ToUnixTimeMilliseconds();
                return;
            }

            if (parameter is SqlParameter instant)
            {
                instant.SqlDbType = SqlDbType.DateTime2;
                instant.Scale = 3;
            }

            // Cut to the millisecond as SQLite does: datetime2(3) would round, and both must agree on what is due.
            parameter.Value = DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds()).UtcDateTime;
        }

        public override DateTimeOffset Parse(object value) => value switch
        {
            long milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            DateTime instant => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
            _ => throw new DataException($"An instant came as {value.GetType().Name}."),
        };
    }
}
