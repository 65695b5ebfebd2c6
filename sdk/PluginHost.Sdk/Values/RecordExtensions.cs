namespace PluginHost.Sdk;

/// <summary>What scripts do with rows.</summary>
public static class RecordExtensions
{
    /// <summary>Joins one field of all rows into a text: <c>menu.Join("flavour")</c> is <c>Secret Breakfast, Elvis</c>.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="field">The field's name.</param>
    /// <returns>The texts, with <c>, </c> between them; empty where there is no row.</returns>
    /// <exception cref="PluginHostException">A row has no such field.</exception>
    public static string Join(this IEnumerable<Record> rows, string field) => rows.Join(field, ", ");

    /// <summary>Joins one field of all rows into a text, with a separator of one's own.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="field">The field's name.</param>
    /// <param name="separator">What stands between.</param>
    /// <returns>The texts, with the separator between them; empty where there is no row.</returns>
    /// <exception cref="PluginHostException">A row has no such field.</exception>
    public static string Join(this IEnumerable<Record> rows, string field, string separator) =>
        string.Join(separator, rows.Select(row => row[field]));
}
