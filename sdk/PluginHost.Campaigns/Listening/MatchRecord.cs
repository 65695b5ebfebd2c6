using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A match as a value, and back: what a journal keeps of a stream.</summary>
internal static class MatchRecord
{
    public static Record Of(Match match) => Record.Of(
        ("position", match.Position),
        ("network", match.Network),
        ("remoteId", match.Post.RemoteId),
        ("handle", match.Post.Handle),
        ("name", match.Post.Name),
        ("text", match.Post.Text),
        ("language", match.Post.Language),
        ("at", match.Post.At),
        ("link", match.Post.Link));

    public static Match Read(Value value) => new()
    {
        Position = (long)value["position"].Number,
        Network = value["network"].ToString(),
        Post = new PublicPost
        {
            RemoteId = value["remoteId"].ToString(),
            Handle = value["handle"].ToString(),
            Name = value["name"].ToString(),
            Text = value["text"].ToString(),
            Language = value["language"].ToString(),
            At = ((InstantValue)value["at"]).Instant,
            Link = value["link"] is TextValue link ? link.Text : null,
        },
    };
}
