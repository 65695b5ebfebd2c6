namespace PluginHost.Campaigns;

/// <summary>The network will never say whether it has the post: this profile may not search there, or it has been too long.</summary>
public sealed record CannotTell : LookUpResult
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
