using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Listening.Hearing;

/// <summary>What somebody has said in public, as the streams <c>public/network</c> carry it.</summary>
internal static class PublicRecord
{
    public static StreamItem ToItem(PublicPost post) => new()
    {
        Id = post.RemoteId,
        At = post.At,
        Data = Record.Of(("handle", post.Handle), ("name", post.Name), ("text", post.Text), ("language", post.Language), ("link", post.Link)),
    };

    /// <summary>The post; null where something is missing at this place.</summary>
    public static PublicPost? FromEvent(StreamEvent told) => told.Gap.Length > 0 ? null : new PublicPost
    {
        RemoteId = told.Id,
        Handle = told.Data["handle"].ToString(),
        Name = told.Data["name"].ToString(),
        Text = told.Data["text"].ToString(),
        Language = told.Data["language"].ToString(),
        At = told.At,
        Link = told.Data["link"] is TextValue link ? link.Text : null,
    };
}
