using System.Reflection;
using System.Text.RegularExpressions;
using GridBot.Storage.Sql;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace GridBot.Tests.Storage;

/// <summary>Every script and statement is T-SQL in the plain subset that engines besides Microsoft's take, too.</summary>
public sealed partial class TSqlTests
{
    private const string ScriptFolder = "GridBot.Storage.Sql.SqlServer.";

    private static readonly Assembly Storage = typeof(Database).Assembly;

    public static TheoryData<string> Texts
    {
        get
        {
            var texts = new TheoryData<string>();
            foreach (var name in Scripts.Keys.Concat(Statements.Keys).Order(StringComparer.Ordinal))
            {
                texts.Add(name);
            }

            return texts;
        }
    }

    private static Dictionary<string, string> Scripts => Storage.GetManifestResourceNames()
        .Where(n => n.StartsWith(ScriptFolder, StringComparison.Ordinal))
        .ToDictionary(n => n[ScriptFolder.Length..], ReadResource);

    /// <summary>Statements are static fields of one internal type, so each is found, also a new one.</summary>
    private static Dictionary<string, string> Statements
    {
        get
        {
            var statement = Storage.GetType("GridBot.Storage.Sql.Statement", throwOnError: true)!;
            var text = statement.GetProperty("SqlServer")!;
            return Storage.GetTypes()
                .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                .Where(f => f.FieldType == statement)
                .ToDictionary(f => $"{f.DeclaringType!.Name}.{f.Name}", f => (string)text.GetValue(f.GetValue(null))!);
        }
    }

    [Theory, MemberData(nameof(Texts))]
    public void Is_plain_T_SQL(string name)
    {
        var text = Scripts.GetValueOrDefault(name) ?? Statements[name];

        var parsed = new TSql140Parser(initialQuotedIdentifiers: true)
            .Parse(new StringReader(List().Replace(text, "IN (@list)")), out var errors);

        Assert.Empty(errors.Select(e => $"line {e.Line}: {e.Message}"));
        var refused = new Refusals();
        parsed.Accept(refused);
        Assert.Empty(refused.Found);
    }

    [Fact]
    public void All_are_found()
    {
        Assert.Contains("CommitSql.InsertIssue", Statements.Keys);
        Assert.True(Statements.Count > 50, $"Only {Statements.Count} statements were found.");
        Assert.Contains("0001_tables.sql", Scripts.Keys);
    }

    [Theory]
    [InlineData("MERGE counter AS c USING (SELECT 1 AS n) AS s ON c.next_value = s.n WHEN MATCHED THEN DELETE;")]
    [InlineData("CREATE INDEX ix ON outbox (issue_id) WHERE state = 'queued'")]
    [InlineData("CREATE TABLE t (a int NOT NULL, INDEX ix (a))")]
    [InlineData("CREATE TABLE t (a int NOT NULL, b AS a + 1)")]
    [InlineData("SELECT code FROM chat_code WITH (UPDLOCK)")]
    [InlineData("ALTER DATABASE gridbot SET READ_COMMITTED_SNAPSHOT ON")]
    [InlineData("WAITFOR DELAY '00:00:01'")]
    [InlineData("CREATE OR ALTER VIEW v AS SELECT 1 AS a")]
    [InlineData("SELECT GETUTCDATE() AS a")]
    public void Refuses_what_is_not_plain(string text)
    {
        var parsed = new TSql140Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);

        Assert.Empty(errors);
        var refused = new Refusals();
        parsed.Accept(refused);
        Assert.NotEmpty(refused.Found);
    }

    /// <summary>Dapper spreads such a list into parameters.</summary>
    [GeneratedRegex(@"IN @\w+")]
    private static partial Regex List();

    private static string ReadResource(string name)
    {
        using var reader = new StreamReader(Storage.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private sealed class Refusals : TSqlFragmentVisitor
    {
        private static readonly string[] Functions = ["GETDATE", "GETUTCDATE", "SYSDATETIME", "PERCENTILE_CONT", "PERCENTILE_DISC", "OPENJSON", "STRING_SPLIT"];

        public List<string> Found { get; } = [];

        public override void Visit(MergeStatement node) => Found.Add("MERGE");

        public override void Visit(CreateOrAlterViewStatement node) => Found.Add("CREATE OR ALTER");

        public override void Visit(CreateOrAlterProcedureStatement node) => Found.Add("CREATE OR ALTER");

        public override void Visit(CreateOrAlterFunctionStatement node) => Found.Add("CREATE OR ALTER");

        public override void Visit(CreateOrAlterTriggerStatement node) => Found.Add("CREATE OR ALTER");

        public override void Visit(IndexDefinition node) => Found.Add("inline INDEX");

        public override void Visit(AlterDatabaseStatement node) => Found.Add("ALTER DATABASE");

        public override void Visit(WaitForStatement node) => Found.Add("WAITFOR");

        public override void Visit(TableHint node) => Found.Add("lock hint");

        public override void Visit(OptimizerHint node) => Found.Add("optimizer hint");

        public override void ExplicitVisit(CreateIndexStatement node)
        {
            if (node.FilterPredicate is not null)
            {
                Found.Add("filtered index");
            }

            base.ExplicitVisit(node);
        }

        public override void ExplicitVisit(ColumnDefinition node)
        {
            if (node.ComputedColumnExpression is not null)
            {
                Found.Add("computed column");
            }

            base.ExplicitVisit(node);
        }

        public override void Visit(FunctionCall node)
        {
            if (Functions.Contains(node.FunctionName.Value, StringComparer.OrdinalIgnoreCase))
            {
                Found.Add(node.FunctionName.Value);
            }
        }

        /// <summary>CURRENT_TIMESTAMP and the like: the moment is a parameter.</summary>
        public override void Visit(ParameterlessCall node) => Found.Add(node.ParameterlessCallType.ToString());
    }
}
