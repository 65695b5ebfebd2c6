namespace PluginHost.Engine.Store;

/// <summary>A migration that has run in this workspace.</summary>
internal sealed record AppliedMigration
{
    public required long Number { get; init; }

    public required string Name { get; init; }

    public required string Digest { get; init; }
}
