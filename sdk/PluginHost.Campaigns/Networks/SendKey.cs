namespace PluginHost.Campaigns;

/// <summary>Names one target of one post for ever. The same key means the same send, however often it is tried.</summary>
public sealed record SendKey
{
    /// <summary>The key: unguessable, of letters, digits and hyphens, at most 64 of them.</summary>
    public required string Value { get; init; }

    /// <summary>Which attempt this is, from 1.</summary>
    public required int Attempt { get; init; }
}
