namespace PluginHost.Engine.Trust;

/// <summary>A workspace that the person trusts.</summary>
public sealed record TrustedWorkspace
{
    /// <summary>Its folder, with links followed.</summary>
    public required string Folder { get; init; }

    /// <summary>When the person said so.</summary>
    public required DateTimeOffset Since { get; init; }
}
