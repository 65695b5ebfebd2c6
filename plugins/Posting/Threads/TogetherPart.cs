using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>A part of a thread that leaves with the first.</summary>
internal sealed record TogetherPart
{
    public required OutboxTarget Target { get; init; }

    public required IReadOnlyList<OutgoingMedium> Media { get; init; }

    public OutgoingPart ToOutgoing(Profile profile) => new()
    {
        Post = Target.ToOutgoing(profile) with { Media = Media },
        Key = new SendKey { Value = Target.Key, Attempt = Target.Attempt },
    };
}
