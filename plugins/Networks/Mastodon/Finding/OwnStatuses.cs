using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>
/// Looks for a post among a profile's own, newest first, a page at a time, as far back as the attempt. Of several that say the same, it is the first since then: what is older is another
/// post. Instants are the server's, whose clock may be another than ours.
/// </summary>
/// <param name="post">What was to be said.</param>
/// <param name="since">When the attempt began, by the server's clock.</param>
internal sealed class OwnStatuses(Outgoing post, DateTimeOffset since)
{
    // A server may date to the second, and clocks drift while a request is under way.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly string _text = StatusForm.TextOf(post);

    /// <summary>The post; null where it was not there.</summary>
    public Sent? Best { get; private set; }

    /// <summary>Statuses of the time in question that answer what the post answers, and whose shown text is another.</summary>
    public IReadOnlyList<JsonElement> Others => _others;

    private readonly List<JsonElement> _others = [];

    /// <summary>How many it has seen.</summary>
    public int Count => _seen.Count;

    /// <summary>Takes a page in.</summary>
    /// <returns>The id of the oldest on it; null where nothing older could be the post, or the page told nothing new.</returns>
    public string? Add(IReadOnlyList<JsonElement> page)
    {
        string? oldest = null;
        foreach (var status in page)
        {
            if (Outcomes.Sent(status) is not { } sent || !_seen.Add(sent.RemoteId))
                continue;

            // What was boosted is another's post, and may be dated as that one: it does not say how far back the page goes.
            var isBoost = status.At("reblog").ValueKind == JsonValueKind.Object;
            if (!isBoost && sent.At < since - Skew)
                return null;

            oldest = sent.RemoteId;
            if (isBoost || status.TextOrNull("in_reply_to_id") != post.InReplyTo)
                continue;

            if (Says(status.Text("text")) || Says(SaidText.OfHtml(status.Text("content"))))
                Take(sent);
            else
                _others.Add(status);
        }

        return oldest;
    }

    /// <summary>Takes a status whose source says what the post says.</summary>
    public void TakeBySource(JsonElement status, string source)
    {
        if (Says(source) && Outcomes.Sent(status) is { } sent)
            Take(sent);
    }

    private void Take(Sent sent)
    {
        if (Best is null || (sent.At >= since && (Best.At < since || sent.At <= Best.At)))
            Best = sent;
    }

    private bool Says(string text) => text.Length > 0 && SaidText.AreSame(_text, text);
}
