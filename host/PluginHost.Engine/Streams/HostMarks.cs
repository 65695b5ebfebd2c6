namespace PluginHost.Engine.Streams;

/// <summary>
/// Takers of the host's own, which say how far a log is trimmed. A mark that moves once in a while says what was there at that time: behind it
/// everything is at least as old.
/// </summary>
internal static class HostMarks
{
    /// <summary>Moves as often as events are to be kept.</summary>
    public const string Kept = "pluginhost/kept";

    /// <summary>Moves as often as ids are to be remembered.</summary>
    public const string Known = "pluginhost/known";

    /// <summary>The last event of which only the id is left.</summary>
    public const string Trimmed = "pluginhost/trimmed";
}
