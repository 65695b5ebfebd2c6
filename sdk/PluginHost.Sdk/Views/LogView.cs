namespace PluginHost.Sdk;

/// <summary>Lines in the order of time; the view follows the end until somebody scrolls away.</summary>
public sealed record LogView : View
{
    /// <summary>The lines, oldest first.</summary>
    public required IReadOnlyList<LogLine> Lines { get; init => field = [.. value]; }
}
