using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A post that somebody wants to be published: the same thing, said on each profile in its own words.</summary>
public sealed record PostPlan
{
    /// <summary>The variants, one a profile.</summary>
    public required IReadOnlyList<Variant> Variants { get; init => field = [.. value]; }

    /// <summary>Who asked: a script's name, a command's id.</summary>
    public required string AskedBy { get; init; }

    /// <summary>When it is to be published.</summary>
    /// <value><see langword="null"/>: now, or, where it is only planned, not before somebody says so.</value>
    public DateTimeOffset? At { get; init; }

    /// <summary>The wall clock that was meant with <see cref="At"/>, whose instant is the same. It is kept, and where the rules of its zone change, the post follows it.</summary>
    /// <value><see langword="null"/>: an instant was meant.</value>
    public DueTime? Wall { get; init; }

    /// <summary>Which side effect of which campaign it is. The same one is committed once.</summary>
    /// <value><see langword="null"/>: a person asked; each time is another post.</value>
    public EffectKey? Effect { get; init; }
}
