namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A service that runs as long as the workspace is served.</summary>
public sealed record BackgroundServiceContribution
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Method { get; init; }
}
