using DbUp;
using DbUp.Builder;
using Microsoft.Extensions.Logging;

namespace GridBot.Storage.Sql;

/// <summary>Runs the numbered scripts that a database has not seen yet.</summary>
internal static class Migration
{
    private const string Journal = "schema_version";
    private const int MostAttempts = 3;

    public static void OfSqlite(string connectionString, ILogger logger) =>
        Run(() => DeployChanges.To.SqliteDatabase(connectionString).JournalToSqliteTable(Journal), "Sqlite", logger);

    public static void OfSqlServer(string connectionString, ILogger logger) =>
        Run(() => DeployChanges.To.SqlDatabase(connectionString).JournalToSqlTable("dbo", Journal), "SqlServer", logger);

    /// <summary>Several hosts may start at once; who loses the race finds the scripts already run the next time.</summary>
    private static void Run(Func<UpgradeEngineBuilder> to, string folder, ILogger logger)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = to()
                .WithScriptsEmbeddedInAssembly(
                    typeof(Migration).Assembly, name => name.StartsWith($"GridBot.Storage.Sql.{folder}.", StringComparison.Ordinal))
                .WithTransactionPerScript()
                .WithVariablesDisabled()
                .LogToNowhere()
                .Build()
                .PerformUpgrade();
            if (result.Successful)
            {
                var scripts = result.Scripts.Count();
                logger.Migrated(scripts);
                return;
            }

            if (attempt == MostAttempts)
            {
                throw new InvalidOperationException(
                    $"The database could not be brought up to date; script {result.ErrorScript?.Name ?? "(none)"} failed.", result.Error);
            }
        }
    }
}
