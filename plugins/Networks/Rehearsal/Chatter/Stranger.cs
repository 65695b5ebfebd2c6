namespace PluginHost.Rehearsal;

/// <summary>Somebody who follows nobody here and talks in public.</summary>
internal sealed record Stranger
{
    public required string Handle { get; init; }

    public required string Name { get; init; }

    public required string Language { get; init; }
}
