namespace PluginHost.Engine.Plugins.Running;

/// <summary>A plugin that was unloaded, and that something still holds in memory. It is called no more, and costs memory alone.</summary>
public sealed record Zombie
{
    public required string Plugin { get; init; }

    public required string Version { get; init; }

    /// <summary>When it was given up.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>What may hold it, the likeliest first. Empty where nothing is known.</summary>
    public required IReadOnlyList<string> Causes { get; init; }
}
