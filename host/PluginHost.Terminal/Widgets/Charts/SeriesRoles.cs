namespace PluginHost.Terminal;

/// <summary>The roles of series by their place, made once: a frame makes no strings.</summary>
internal static class SeriesRoles
{
    private static readonly string[] All = [.. Enumerable.Range(1, 6).Select(number => $"{Roles.Series}{number}")];

    public static string Of(int series) => All[series % All.Length];
}
