using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>What happened to a profile, as the table of reactions has it.</summary>
internal static class ReactionRecord
{
    public static NetworkEvent Make(string id, NetworkEventKind kind, string handle, DateTimeOffset at, string? post, string text, string? remoteId) => new()
    {
        Id = id,
        Kind = kind,
        Handle = handle,
        At = at,
        Post = post,
        Text = text,
        RemoteId = remoteId,
    };

    public static string KindText(NetworkEventKind kind) => kind.ToString().ToLower(CultureInfo.InvariantCulture);
}
