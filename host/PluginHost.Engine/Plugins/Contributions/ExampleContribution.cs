namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>An example script.</summary>
public sealed record ExampleContribution
{
    public required string Title { get; init; }

    public required string Code { get; init; }
}
