namespace PluginHost;

/// <summary>
/// Who is set aside in this process: <c>PLUGINHOST_WITHOUT</c>, ids with commas. <c>plugins bisect</c> starts its children so; a child of which nobody is set aside
/// is told of <c>-</c>.
/// </summary>
internal static class SetAside
{
    public const string Variable = "PLUGINHOST_WITHOUT";
    private const string Nobody = "-";

    public static IReadOnlySet<string>? OfEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? Ids(text == Nobody ? "" : text) : null;

    public static IReadOnlySet<string> Ids(string text) =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);

    public static string Text(IReadOnlySet<string> ids) => ids.Count == 0 ? Nobody : string.Join(',', ids);
}
