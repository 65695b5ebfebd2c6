using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What was asked to be said in answer to a post of somebody else's, and how far it is.</summary>
public sealed record GivenAnswer
{
    /// <summary>The post that it answers, as the network names it.</summary>
    public required string InReplyTo { get; init; }

    /// <summary>The id of the answer's own post in this workspace.</summary>
    public required string Post { get; init; }

    /// <summary>Who asked: a script's name, a command's id.</summary>
    public required string AskedBy { get; init; }

    /// <summary>
    /// The effect that it was committed as, <see cref="PostPlan.Effect"/>; null where it is none. By it whoever asked knows its answer again: a text may have changed on
    /// its way, and two may say the same.
    /// </summary>
    public EffectKey? Effect { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What is said, by which profile, and what became of it.</summary>
    public required Target Target { get; init; }
}
