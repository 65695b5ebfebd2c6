namespace PluginHost.Engine.Store.Postgres;

/// <summary>Takes SQL apart into tokens. Put together again, they are the text.</summary>
internal static class SqlTokens
{
    public static List<SqlToken> Read(string sql)
    {
        var tokens = new List<SqlToken>();
        for (var at = 0; at < sql.Length;)
        {
            var end = EndOf(sql, at, out var counts);
            tokens.Add(new SqlToken { Text = sql[at..end], IsWord = counts });
            at = end;
        }

        return tokens;
    }

    private static int EndOf(string sql, int at, out bool counts)
    {
        counts = false;
        if (char.IsWhiteSpace(sql[at]))
            return While(sql, at, char.IsWhiteSpace);

        if (sql.AsSpan(at).StartsWith("--"))
            return After(sql, "\n", at);

        if (sql.AsSpan(at).StartsWith("/*"))
            return After(sql, "*/", at + 2);

        counts = true;
        if (sql[at] is '\'' or '"')
            return After(sql, sql[at].ToString(), at + 1);

        if (sql[at] == '$' && TagAt(sql, at) is { } tag)
            return After(sql, tag, at + tag.Length);

        return IsPartOfWord(sql[at]) ? While(sql, at, IsPartOfWord) : at + 1;
    }

    // $$ or $body$ begins and ends a text. $1 does not.
    private static string? TagAt(string sql, int at)
    {
        var end = at + 1;
        while (end < sql.Length && (char.IsLetter(sql[end]) || sql[end] == '_'))
            end++;

        return end < sql.Length && sql[end] == '$' ? sql[at..(end + 1)] : null;
    }

    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '$';

    private static int While(string sql, int at, Func<char, bool> holds)
    {
        while (at < sql.Length && holds(sql[at]))
            at++;

        return at;
    }

    private static int After(string sql, string mark, int at)
    {
        var found = at > sql.Length ? -1 : sql.IndexOf(mark, at, StringComparison.Ordinal);
        return found < 0 ? sql.Length : found + mark.Length;
    }
}
