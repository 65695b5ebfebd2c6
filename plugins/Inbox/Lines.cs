namespace PluginHost.Inbox;

/// <summary>Several short texts in one column, one a line.</summary>
internal static class Lines
{
    public static IReadOnlyList<string> Of(string column) => column.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static string Column(IEnumerable<string> texts) => string.Join('\n', texts.Select(text => text.ReplaceLineEndings(" ")));
}
