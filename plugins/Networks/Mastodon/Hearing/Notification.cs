using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>Makes of a notification what happened to the profile.</summary>
internal static class Notification
{
    /// <summary>What can be told. Servers that know the parameter leave the rest out.</summary>
    public static readonly IReadOnlyList<string> Types = ["mention", "reblog", "favourite", "follow", "quote"];

    /// <summary>Null for what is no event of the contract: the end of a poll, an edit, a request to follow.</summary>
    public static NetworkEvent? Read(JsonElement told, Server server, Session session)
    {
        var status = told.At("status");
        var answered = status.TextOrNull("in_reply_to_id");
        NetworkEventKind? kind = told.Text("type") switch
        {
            "mention" when answered is not null && status.Text("in_reply_to_account_id") == session.AccountId => NetworkEventKind.Reply,
            "mention" or "quote" => NetworkEventKind.Mention,
            "reblog" => NetworkEventKind.Repost,
            "favourite" => NetworkEventKind.Like,
            "follow" => NetworkEventKind.Follow,
            _ => null,
        };
        if (kind is not { } known || told.TextOrNull("id") is not { } id || told.Instant("created_at") is not { } at)
            return null;

        var says = known is NetworkEventKind.Reply or NetworkEventKind.Mention;
        return new NetworkEvent
        {
            Id = id,
            Kind = known,
            Handle = server.HandleOf(told.Text("account", "acct")),
            Name = told.Text("account", "display_name"),
            At = at,

            // snac 2.96 wraps what was liked or passed on into a post of its own.
            Post = says ? answered ?? Quoted(status) : status.TextOrNull("reblog", "id") ?? status.TextOrNull("id"),
            Text = says ? SaidText.OfHtml(status.Text("content")) : "",
            RemoteId = says ? status.TextOrNull("id") : null,
        };
    }

    private static string? Quoted(JsonElement status) => status.TextOrNull("quote", "quoted_status", "id") ?? status.TextOrNull("quote", "quoted_status_id");
}
