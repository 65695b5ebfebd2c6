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

    public static StoredPost Read(IRow row) => new()
    {
        Id = row.Integer("id"),
        Handle = row.Text("handle"),
        Speaks = row.Text("speaks"),
        Number = row.Integer("number"),
        Text = row.Text("text"),
        At = row.Instant("at"),
    };

    public Sent ToSent() => new()
    {
        RemoteId = RemoteIds.OfPost(Id),
        Link = RemoteIds.Link(Handle, RemoteIds.OfPost(Id)),
        At = At,
    };
}
