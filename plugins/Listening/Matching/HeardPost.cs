using PluginHost.Campaigns;
using PluginHost.Listening.Folding;
using PluginHost.Listening.Queries;

namespace PluginHost.Listening.Matching;

/// <summary>A post as queries see it: read once, whatever the number of queries.</summary>
internal sealed record HeardPost
{
    public required string Network { get; init; }

    /// <summary>Who said it, without sign and capitals.</summary>
    public required string Handle { get; init; }

    /// <summary>The language as it is stated, without capitals; empty: nobody says.</summary>
    public required string Language { get; init; }

    public required ReadText Text { get; init; }

    public static HeardPost Of(string network, PublicPost post) => new()
    {
        Network = network.ToLowerInvariant(),
        Handle = Handles.Plain(post.Handle),
        Language = post.Language.ToLowerInvariant(),
        Text = WordReader.Read(post.Text),
    };
}
