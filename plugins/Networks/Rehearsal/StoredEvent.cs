using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>What somebody did, as the network keeps it.</summary>
internal sealed record StoredEvent
{
    public required long Id { get; init; }

    /// <summary>To whom.</summary>
    public required string Handle { get; init; }

    public required NetworkEventKind Kind { get; init; }

    /// <summary>By whom.</summary>
    public required string Actor { get; init; }

    /// <summary>To which post; of a mention, what it is called among the questions; empty where it was done to the handle.</summary>
    public required string Post { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public static StoredEvent Read(IRow row) => new()
    {
        Id = row.Integer("id"),
        Handle = row.Text("handle"),
        Kind = EventKinds.Parse(row.Text("kind")),
        Actor = row.Text("actor"),
        Post = row.Text("post"),
        Text = row.Text("text"),
        At = row.Instant("at"),
    };

    /// <summary>The event as the contract tells it.</summary>
    public NetworkEvent ToNetworkEvent() => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"e{Id}"),
        Kind = Kind,
        Handle = Actor,
        At = At,
        Post = Post.Length > 0 && Kind is not (NetworkEventKind.Mention or NetworkEventKind.Deletion) ? Post : null,
        Text = Text,
        RemoteId = Kind switch
        {
            NetworkEventKind.Reply or NetworkEventKind.Mention => RemoteIds.OfReply(Id),
            NetworkEventKind.Deletion => Post,
            _ => null,
        },
        Name = FirstNames.NameOf(Actor),
    };
}
