namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A network as its attribute and its method declare it.</summary>
public sealed record NetworkContribution
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public bool Rehearsal { get; init; }

    public required string Method { get; init; }
}
