using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>A post as the network keeps it.</summary>
internal sealed record StoredPost
{
    public required long Id { get; init; }

    public required string Handle { get; init; }

    /// <summary>The language of the handle, which its followers prefer.</summary>
    public required string Speaks { get; init; }

    /// <summary>How many posts the handle has had, with this one.</summary>
    public required long Number { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The post that it answers; null for none.</summary>
    public required string? InReplyTo { get; init; }

    /// <summary>The network's name for it: a server's, where it was said there.</summary>
    public required string RemoteId { get; init; }

    /// <summary>Where people see it; null where a server has no pages.</summary>
    public required string? Link { get; init; }

    public static StoredPost Read(IRow row)
    {
        var id = row.Integer("id");
        var handle = row.Text("handle");
        var remoteId = row.TextOrNull("remote_id");
        return new StoredPost
        {
            Id = id,
            Handle = handle,
            Speaks = row.Text("speaks"),
            Number = row.Integer("number"),
            Text = row.Text("text"),
            At = row.Instant("at"),
            InReplyTo = row.TextOrNull("in_reply_to"),
            RemoteId = remoteId ?? RemoteIds.OfPost(id),
            Link = remoteId is null ? RemoteIds.Link(handle, RemoteIds.OfPost(id)) : row.TextOrNull("link"),
        };
    }

    public Sent ToSent() => new()
    {
        RemoteId = RemoteId,
        Link = Link,
        At = At,
    };
}
