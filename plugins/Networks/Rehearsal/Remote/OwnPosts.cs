using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Rehearsal;

/// <summary>
/// Looks for a post among a profile's own, newest first, a page at a time, as far back as the attempt. Of several that say the same, it is the first
/// since then.
/// </summary>
internal sealed class OwnPosts(Outgoing post, DateTimeOffset since)
{
    /// <summary>How far the network's clock may be behind ours. What is older is another post.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    private readonly string _path = $"/api/v1/accounts/{Uri.EscapeDataString(post.Profile.Handle)}/statuses?limit=40";

    public string FirstPage => _path;

    /// <summary>The next page; null where there is none that could hold it.</summary>
    public string? Next { get; private set; }

    /// <summary>The post; null where it was not there.</summary>
    public Sent? Best { get; private set; }

    public void Add(JsonElement page)
    {
        var before = Next;
        Next = null;
        foreach (var status in page.EnumerateArray())
        {
            var at = RemoteAnswer.Instant(status.GetProperty("created_at").GetString());
            if (at is null || at < since - Skew)
            {
                Next = null;
                return;
            }

            Next = $"{_path}&max_id={Uri.EscapeDataString(status.GetProperty("id").GetString()!)}";
            if (Says(status) && (Best is null || at >= since))
                Best = MastodonManner.Sent(status, at.Value);
        }

        // A server that gives the same page again has no other.
        if (Next == before)
            Next = null;
    }

    private bool Says(JsonElement status) =>
        Answered(status) == post.InReplyTo && SaidText.AreSame(post.Text, SaidText.OfHtml(status.GetProperty("content").GetString() ?? ""));

    private static string? Answered(JsonElement status) =>
        status.TryGetProperty("in_reply_to_id", out var answered) && answered.ValueKind == JsonValueKind.String ? answered.GetString() : null;
}
