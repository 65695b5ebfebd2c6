using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>
/// A post as the fields of a form, which every server takes: snac leaves a poll out that comes as JSON. It follows from the post alone. Who sees it is always said, or the account's own
/// habit would decide.
/// </summary>
internal static class StatusForm
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(Outgoing post, IReadOnlyList<string> media)
    {
        var fields = new List<KeyValuePair<string, string>>();
        Add(fields, "status", TextOf(post));
        Add(fields, "visibility", NameOf(post.Extras.Visibility));
        if (post.InReplyTo is { } answered)
            Add(fields, "in_reply_to_id", answered);

        if (LanguageOf(post) is { Length: > 0 } language)
            Add(fields, "language", language);

        if (post.Extras.Warning.Length > 0)
        {
            Add(fields, "spoiler_text", post.Extras.Warning);
            Add(fields, "sensitive", "true");
        }

        if (post.Extras.Quotes is { } quoted)
            Add(fields, "quoted_status_id", quoted);

        foreach (var id in media)
            Add(fields, "media_ids[]", id);

        if (post.Extras.Poll is { } poll)
            AddPoll(fields, poll);

        return fields;
    }

    /// <summary>What is said, with the link of a card that the text lacks: servers make the card of it.</summary>
    public static string TextOf(Outgoing post) => post.Extras.Card is { } card && !post.Text.Contains(card.Address, StringComparison.Ordinal)
        ? $"{post.Text}\n\n{card.Address}".TrimStart('\n')
        : post.Text;

    // The server knows languages alone (ISO 639-1), no countries.
    private static string LanguageOf(Outgoing post) => post.Language.Split('-', '_')[0].ToLowerInvariant();

    private static string NameOf(PostVisibility visibility) => visibility switch
    {
        PostVisibility.Public => "public",
        PostVisibility.Unlisted => "unlisted",
        PostVisibility.Followers => "private",

        // What is not known is meant for fewer rather than for more.
        _ => "direct",
    };

    private static void AddPoll(List<KeyValuePair<string, string>> fields, Poll poll)
    {
        foreach (var option in poll.Options)
            Add(fields, "poll[options][]", option);

        Add(fields, "poll[expires_in]", ((long)poll.Lasts.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        Add(fields, "poll[multiple]", poll.IsMultiple ? "true" : "false");
    }

    private static void Add(List<KeyValuePair<string, string>> fields, string name, string value) => fields.Add(new(name, value));
}
