using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>What became of the pictures of a post.</summary>
internal sealed record Uploaded
{
    /// <summary>Their ids on the server, in their order, where all are ready.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>How the send ends where they are not.</summary>
    public SendResult? Instead { get; init; }
}
