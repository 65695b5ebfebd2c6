namespace PluginHost.Listening.Queries;

/// <summary>How handles are compared.</summary>
internal static class Handles
{
    /// <summary>A handle without its sign and without capitals.</summary>
    public static string Plain(string handle) => handle.TrimStart('@').ToLowerInvariant();

    /// <summary>Whether a handle is the one that was asked for. Where no server was named, any will do.</summary>
    public static bool IsMeant(string handle, string asked) =>
        handle == asked || (!asked.Contains('@', StringComparison.Ordinal) && handle.StartsWith(asked, StringComparison.Ordinal) && handle.Length > asked.Length && handle[asked.Length] == '@');
}
