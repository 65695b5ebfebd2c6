namespace PluginHost.Campaigns;

/// <summary>A post that somebody wants to be published: the same thing, said on each profile in its own words.</summary>
public sealed record PostPlan
{
    /// <summary>The variants, one a profile.</summary>
    public required IReadOnlyList<Variant> Variants { get; init => field = [.. value]; }

    /// <summary>Who asked: a script's name, a command's id.</summary>
    public required string AskedBy { get; init; }
}
