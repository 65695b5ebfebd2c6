using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>
/// Tells what one statement of a migration does by its first words. Which tables it touches is the <see cref="TableGuard"/>'s matter;
/// but to that one, adding a column looks like renaming one.
/// </summary>
internal static class MigrationStatement
{
    /// <summary>The place of the first word at or after <paramref name="at"/>: behind white space and comments.</summary>
    public static int FirstWord(string sql, int at)
    {
        while (at < sql.Length)
        {
            if (char.IsWhiteSpace(sql[at]) || sql[at] == ';')
                at++;
            else if (sql.AsSpan(at).StartsWith("--"))
                at = After(sql, "\n", at);
            else if (sql.AsSpan(at).StartsWith("/*"))
                at = After(sql, "*/", at + 2);
            else
                break;
        }

        return at;
    }

    /// <summary>The first word of a statement, in capitals.</summary>
    public static string WordAt(string statement)
    {
        var at = 0;
        return Next(statement, ref at);
    }

    public static MigrationVerb VerbOf(string statement)
    {
        var at = 0;
        switch (Next(statement, ref at))
        {
            case "CREATE":
                return Next(statement, ref at) is "TABLE" or "INDEX" or "UNIQUE" or "TRIGGER" or "VIEW" or "VIRTUAL"
                    ? MigrationVerb.Create
                    : MigrationVerb.Other;
            case "INSERT" or "UPDATE":
                return MigrationVerb.Fill;
            case "ALTER" when Next(statement, ref at) == "TABLE":
                var verb = NextAfterName(statement, ref at);
                return verb == "ADD" ? MigrationVerb.AddColumn : MigrationVerb.Other;
            default:
                return MigrationVerb.Other;
        }
    }

    /// <summary>What to say of a statement that does more than add.</summary>
    /// <param name="place">Plugin, file and line.</param>
    /// <param name="statement">The statement, from its first word.</param>
    public static PluginHostException Refuse(string place, string statement) => new(
        $"{place}: \"{FirstLine(statement)}\" is not for a migration. Migrations only add: "
        + "CREATE TABLE, INDEX, TRIGGER or VIEW; ALTER TABLE … ADD COLUMN; INSERT; UPDATE.");

    // A name may be qualified: main.posting_post.
    private static string NextAfterName(string sql, ref int at)
    {
        Next(sql, ref at);
        var word = Next(sql, ref at);
        if (word != ".")
            return word;

        Next(sql, ref at);
        return Next(sql, ref at);
    }

    private static string Next(string sql, ref int at)
    {
        at = FirstWord(sql, at);
        if (at == sql.Length)
            return "";

        var start = at;
        if (sql[at] is '"' or '`' or '[' or '\'')
            at = After(sql, sql[at] == '[' ? "]" : sql[at].ToString(), at + 1);
        else if (IsPartOfWord(sql[at]))
            while (at < sql.Length && IsPartOfWord(sql[at])) at++;
        else
            at++;

        return sql[start..at].ToUpperInvariant();
    }

    private static bool IsPartOfWord(char character) => char.IsLetterOrDigit(character) || character is '_' or '$';

    private static string FirstLine(string statement)
    {
        var line = statement.AsSpan(0, (statement + "\n").AsSpan().IndexOfAny('\n', '\r'));
        return line.Length > 60 ? $"{line[..60]}…" : line.ToString();
    }

    private static int After(string sql, string mark, int at)
    {
        var found = at > sql.Length ? -1 : sql.IndexOf(mark, at, StringComparison.Ordinal);
        return found < 0 ? sql.Length : found + mark.Length;
    }
}
