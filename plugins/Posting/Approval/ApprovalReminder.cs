using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Tells beforehand which posts will be held for want of an approval: in the status as long as they wait, and once in words when their time is near.</summary>
internal sealed class ApprovalReminder(IHost host, Approvals approvals)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly HashSet<string> _told = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await LookAsync(cancel);
            await Task.Delay(Pause, host.Clock, cancel);
        }
    }

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var now = host.Clock.GetUtcNow();
        var missing = (await approvals.ReadWaitingAsync(cancel)).Where(post => !post.Consent.IsGiven).ToList();
        var first = missing.Where(post => post.Due is not null).MinBy(post => post.Due);
        host.Status.Set(PostingPlugin.ApprovalItem, missing.Count == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $"{Sign.Waiting} {missing.Count} not approved{(first is null ? "" : $", {first.DueFrom(now)}")}"));
        foreach (var post in missing.Where(post => post.Due <= now + approvals.Rule.Warning))
        {
            // Once for a time and for what it says: a new time or a new text is another matter.
            if (_told.Add(string.Create(CultureInfo.InvariantCulture, $"{post.Post} {post.Due:O} {post.Consent.BodyHash} {post.Due <= now}")))
                host.Output.Write(Severity.Warning, $"Post {post.Post} waits for approval, {post.DueFrom(now)}: {post.Consent.Against}. posting.approve post={post.Post} lets it out.");
        }
    }
}
