namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>An item of the status bar.</summary>
public sealed record StatusItemContribution
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public int Priority { get; init; }

    public string? Command { get; init; }
}
