namespace PluginHost.Engine.Workspaces;

/// <summary>A plugin as <c>plugins.yaml</c> names it.</summary>
public sealed record PluginEntry
{
    public required string Id { get; init; }

    /// <summary>The line on which it stands, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>False where the file says <c>off</c>.</summary>
    public bool On { get; init; } = true;

    /// <summary>The exact version that is wanted; null for any.</summary>
    public string? Version { get; init; }

    /// <summary>The folder that it is taken from, full; null for bundled or installed.</summary>
    public string? Path { get; init; }

    public IReadOnlyList<GivenSetting> Settings { get; init; } = [];

    /// <summary>Whether another entry says something else, wherever it stands in the file.</summary>
    internal bool IsOther(PluginEntry other) =>
        On != other.On || Version != other.Version || Path != other.Path
        || !Settings.Select(setting => (setting.Name, setting.Value)).SequenceEqual(other.Settings.Select(setting => (setting.Name, setting.Value)));
}
