using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What happened to a profile, as the streams <c>events/@profile</c> carry it.</summary>
internal static class ReactionRecord
{
    public static StreamItem ToItem(NetworkEvent happened) => new()
    {
        Id = happened.Id,
        At = happened.At,
        Data = Record.Of(
            ("kind", KindText(happened.Kind)),
            ("handle", happened.Handle),
            ("post", happened.Post),
            ("text", happened.Text),
            ("remoteId", happened.RemoteId)),
    };

    /// <returns>What happened; null where this version does not know the kind: a newer program wrote it.</returns>
    public static NetworkEvent? FromEvent(StreamEvent told) =>
        Enum.TryParse<NetworkEventKind>(told.Data["kind"].ToString(), ignoreCase: true, out var kind)
            ? Make(told.Id, kind, told.Data["handle"].ToString(), told.At, TextOf(told.Data, "post"), told.Data["text"].ToString(), TextOf(told.Data, "remoteId"))
            : null;

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

    private static string? TextOf(Record data, string field) => data.Find(field) is TextValue text ? text.Text : null;
}
