using PluginHost.Sdk;

namespace PluginHost.Workbench.Keys;

/// <summary>A key of the workbench itself.</summary>
/// <param name="Key">The key.</param>
/// <param name="Command">The command's id.</param>
internal sealed record OwnKey(string Key, string Command)
{
    public Record Arguments { get; init; } = Record.Empty;

    public string? When { get; init; }

    /// <summary>Whether no plugin may take it.</summary>
    public bool IsReserved { get; init; }
}
