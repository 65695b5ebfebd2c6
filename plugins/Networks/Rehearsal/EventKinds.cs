using PluginHost.Campaigns;

namespace PluginHost.Rehearsal;

/// <summary>How kinds of events are written in the tables and shown to people.</summary>
internal static class EventKinds
{
    public static string Text(NetworkEventKind kind) => kind switch
    {
        NetworkEventKind.Reply => "reply",
        NetworkEventKind.Repost => "repost",
        NetworkEventKind.Like => "like",
        NetworkEventKind.Follow => "follow",
        NetworkEventKind.Mention => "mention",
        NetworkEventKind.Deletion => "deletion",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nobody does this on the rehearsal network."),
    };

    public static NetworkEventKind Parse(string text) => text switch
    {
        "reply" => NetworkEventKind.Reply,
        "repost" => NetworkEventKind.Repost,
        "like" => NetworkEventKind.Like,
        "follow" => NetworkEventKind.Follow,
        "mention" => NetworkEventKind.Mention,
        "deletion" => NetworkEventKind.Deletion,
        _ => throw new ArgumentOutOfRangeException(nameof(text), text, "The rehearsal network has stored no such event."),
    };
}
