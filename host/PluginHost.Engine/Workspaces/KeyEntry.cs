namespace PluginHost.Engine.Workspaces;

/// <summary>A key as <c>plugins.yaml</c> binds it. What it means is for the screen: a process without one passes it by.</summary>
public sealed record KeyEntry
{
    /// <summary>The key, or keys one after the other, as they are written: <c>ctrl+k n</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The line on which it stands, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The id of the command.</summary>
    /// <value>Null: the key does nothing, whoever else binds it.</value>
    public string? Command { get; init; }

    /// <summary>When it holds, over context keys.</summary>
    /// <value>Null: always.</value>
    public string? When { get; init; }
}
