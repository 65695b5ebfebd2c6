namespace PluginHost.Rehearsal;

/// <summary>One of the people who read a handle's posts.</summary>
internal sealed record Follower
{
    public required string Handle { get; init; }

    /// <summary>The name that the person shows.</summary>
    public required string Name { get; init; }

    public required string Language { get; init; }

    public required AudienceGroup Group { get; init; }
}
