namespace GridBot.Storage.Sql;

/// <summary>
/// One SQL text for both databases. It is written in T-SQL; what SQLite says otherwise is a row limit, and where more differs
/// its own text is given. All statements are static fields of this type, so that a test finds and parses each of them.
/// </summary>
internal sealed class Statement
{
    private const string Limit = "TOP (@limit) ";
    private const string Page = "OFFSET @offset ROWS FETCH NEXT @limit ROWS ONLY";

    public Statement(string text, string? sqlite = null)
    {
        SqlServer = text;
        Sqlite = sqlite ?? Translate(text);
    }

    public string SqlServer { get; }

    public string Sqlite { get; }

    private static string Translate(string text) =>
        text.Contains(Limit, StringComparison.Ordinal)
            ? text.Replace(Limit, "", StringComparison.Ordinal) + " LIMIT @limit"
            : text.Replace(Page, "LIMIT @limit OFFSET @offset", StringComparison.Ordinal);
}
