using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Listening.Hearing;

/// <summary>What happened to a profile, in the words in which the streams <c>events/@profile</c> carry it.</summary>
internal static class EventRecord
{
    public static StreamItem ToItem(NetworkEvent happened) => new()
    {
        Id = happened.Id,
        At = happened.At,
        Data = Record.Of(
            ("kind", happened.Kind.ToString().ToLower(CultureInfo.InvariantCulture)),
            ("handle", happened.Handle),
            ("post", happened.Post),
            ("text", happened.Text),
            ("remoteId", happened.RemoteId)),
    };

    /// <summary>What somebody has said to the profile; null where nothing was said.</summary>
    public static PublicPost? SaidIn(StreamEvent told)
    {
        if (told.Gap.Length > 0 || told.Data.Find("text") is not TextValue { Text: { Length: > 0 } text } || told.Data.Find("handle") is not { } handle)
            return null;

        return new PublicPost
        {
            RemoteId = told.Data.Find("remoteId") is TextValue { Text.Length: > 0 } id ? id.Text : told.Id,
            Handle = handle.ToString(),
            Text = text,
            At = told.At,
        };
    }
}
