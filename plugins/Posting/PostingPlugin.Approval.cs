using PluginHost.Sdk;

namespace PluginHost.Posting;

[Setting("approval", SettingKind.Text, "Who must approve posts: none, required (anybody), or four-eyes (not who wrote it).", Default = "none")]
[Setting("approval-for", SettingKind.List, "The profiles, such as @telco, and purposes, such as press, whose posts need it. None named: all.", Names = SettingNames.Profiles)]
[Setting("approval-warning", SettingKind.Duration, "How long before a post is due its missing approval is warned of.", Default = "30m")]
[StatusItem(ApprovalItem, "How many posts wait for approval, and when the first is due", Command = "posting.approvals", Priority = 49)]
[KeyBinding("posting.approve", "a", When = "view == posting.approvals.view")]
[KeyBinding("posting.reject", "x", When = "view == posting.approvals.view")]
public sealed partial class PostingPlugin
{
    internal const string ApprovalItem = "posting.approval";
    internal const string ApprovalsView = "posting.approvals.view";

    /// <summary>Approves a post.</summary>
    [Command("posting.approve", "Posting: Approve", Description = "Approves a post as it stands, byte for byte. What is changed afterwards needs another approval.")]
    public Task<Table> ApproveAsync(
        IHost host,
        [Asks("Which post?")] long post,
        [Asks("The hash of what you have seen, or its beginning; empty: whatever it says now.", Default = "")] string hash,
        [Asks("A note?", Default = "", Anew = true)] string note,
        CancellationToken cancel) => DecideAsync(host, post, Verdict.Approved, hash, note, cancel);

    /// <summary>Rejects a post.</summary>
    [Command("posting.reject", "Posting: Reject", Description = "Says no to a post as it stands. It is held, and not lost: changed, or approved after all, it may go out.")]
    public Task<Table> RejectAsync(
        IHost host,
        [Asks("Which post?")] long post,
        [Asks("The hash of what you have seen, or its beginning; empty: whatever it says now.", Default = "")] string hash,
        [Asks("Why not?", Default = "", Anew = true)] string note,
        CancellationToken cancel) => DecideAsync(host, post, Verdict.Rejected, hash, note, cancel);

    /// <summary>What waits for approval.</summary>
    [Command("posting.approvals", "Posting: Approvals", Description = "The posts that somebody must approve before they go out, and how each stands.")]
    public async Task<Table> ApprovalsAsync(IHost host, CancellationToken cancel)
    {
        host.Views.Open(ApprovalsView);
        return await TableOfWaitingAsync(host, cancel);
    }

    /// <summary>Who has approved which bytes, and when.</summary>
    [Command("posting.approvals.history", "Posting: History of Approvals", Description = "Who has approved or rejected which bytes of which post, and when; newest first.")]
    public async Task<Table> ApprovalHistoryAsync(IHost host, [Asks("How many?", Default = "50")] int limit, CancellationToken cancel) => Table.Of(
        await _verdicts.ReadNewestAsync(AtLeastOne(limit), cancel),
        ("post", verdict => verdict.Post),
        ("verdict", verdict => verdict.Word),
        ("by", verdict => verdict.Name),
        ("time", verdict => InZone(host, verdict.At)),
        ("note", verdict => verdict.Note),
        ("hash", verdict => verdict.BodyHash));

    /// <summary>What waits for approval, on screen.</summary>
    [View(ApprovalsView, "Approvals", Area.Editor, Welcome = "Nothing waits for approval. The setting \"approval\" of posting says which posts need it.")]
    public async Task<TableView> ShowApprovalsAsync(IHost host, CancellationToken cancel) => new()
    {
        Table = await TableOfWaitingAsync(host, cancel),
        OpenCommand = "posting.show",
        Key = "post",
    };

    /// <summary>Warns of approvals that are missing, as long as the workspace is served.</summary>
    [BackgroundService("posting.reminder", "Warns of approvals that are missing")]
    public Task RemindAsync(IHost host, CancellationToken cancel) => new ApprovalReminder(host, _approvals).RunAsync(cancel);

    private async Task<Table> DecideAsync(IHost host, long post, string word, string hash, string note, CancellationToken cancel)
    {
        await _approvals.DecideAsync(post, word, hash, note, cancel);
        await new ApprovalReminder(host, _approvals).LookAsync(cancel);
        _announcer.Refresh();
        host.Views.Refresh(ApprovalsView);
        return TableOf(host, await _outbox.ReadPostAsync(post, CancellationToken.None));
    }

    private async Task<Table> TableOfWaitingAsync(IHost host, CancellationToken cancel)
    {
        var now = host.Clock.GetUtcNow();
        return Table.Of(
            await _approvals.ReadWaitingAsync(cancel),
            ("post", waiting => waiting.Post),
            ("stands", waiting => waiting.Consent.Word),
            ("due", waiting => waiting.Due is { } due ? InZone(host, due) : Value.Nothing),
            ("when", waiting => waiting.DueFrom(now)),
            ("by", waiting => waiting.Author),
            ("profiles", waiting => string.Join(' ', waiting.Targets.Select(target => target.Profile))),
            ("text", waiting => waiting.Targets[0].Text),
            ("why", waiting => waiting.Consent.Against),
            ("hash", waiting => waiting.Consent.BodyHash[..12]));
    }
}
