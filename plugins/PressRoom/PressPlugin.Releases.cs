using PluginHost.Campaigns;
using PluginHost.PressRoom.Releases;
using PluginHost.Sdk;

namespace PluginHost.PressRoom;

public sealed partial class PressPlugin
{
    private string? _shown;

    /// <summary>All releases.</summary>
    [Command("press.releases", "Press: Releases", Description = "Every release: what is written, what waits for its embargo and how long, what is out.")]
    public async Task<Table> ReleasesAsync(IHost host, CancellationToken cancel)
    {
        host.Views.Open(ReleasesView);
        return TableOf(host, await new ReleaseList(_table, _reader).ReadAsync(cancel));
    }

    /// <summary>Checks releases.</summary>
    [Command("press.check", "Press: Check", Description = "Says what stands against a release, or against all that are not out: files, lines, and the teasers on their profiles. Fails where one cannot come out. Nothing is armed.")]
    public async Task<Value> CheckAsync(IHost host, [Asks("Which release? Empty: all that are not out.", Default = "")] string name, CancellationToken cancel) =>
        await new ReleaseCheck(_table, _reader, _teasers, _newsroom, host.Clock).CheckAsync(name.Length > 0 ? [name] : await ToBeCheckedAsync(cancel), cancel);

    /// <summary>Shows a release before it is out.</summary>
    [Command("press.preview", "Press: Preview", Description = "Shows what a release will say, language by language, and what announces it. Nothing is written or sent.")]
    public async Task<string> PreviewAsync(IHost host, [Asks("Which release?")] string name, CancellationToken cancel)
    {
        var preview = await new ReleasePreview(_table, _reader, _settings, host.Workspace.Zone).MakeAsync(name, cancel);
        _shown = name;
        host.Views.Refresh(PreviewView);
        host.Views.Open(PreviewView);
        return preview;
    }

    /// <summary>Arms a release.</summary>
    [Command(
        "press.release",
        "Press: Release",
        Description = "Arms a release as its files say now: it comes out at its embargo, or now where that has passed. One that is out and was changed comes out corrected; teasers that were refused are tried again.",
        Confirm = "press.coming")]
    public async Task<Table> ReleaseAsync(IHost host, [Asks("Which release?")] string name, CancellationToken cancel)
    {
        var release = await _desk.ReleaseAsync(new ReleaseOrder { Name = name, AskedBy = "press.release" }, cancel);
        await TellAsync(host, cancel);
        return TableOf(host, release);
    }

    /// <summary>Says what arming a release would do.</summary>
    [Command(
        "press.coming",
        "Press: What Would Come Out",
        Description = "Says what press.release would do now with a release: which pages in which languages, who announces it, and when. Nothing is done, and nothing is said where nothing would come out.")]
    public Task<string> ComingAsync(IHost host, [Asks("Which release?")] string name, CancellationToken cancel) => OutlookOf(host).OfReleaseAsync(name, cancel);

    /// <summary>Says what taking a release back would do.</summary>
    [Command(
        "press.going",
        "Press: What a Retraction Would Do",
        Description = "Says what press.retract would do now with a release: which pages, and which posts stay or are taken back. Nothing is done, and nothing is said where there is nothing to take back.")]
    public Task<string> GoingAsync(IHost host, [Asks("Which release?")] string name, CancellationToken cancel) => OutlookOf(host).OfRetractionAsync(name, cancel);

    /// <summary>Takes a release back.</summary>
    [Command(
        "press.retract",
        "Press: Retract",
        Description = "Takes a release back: before its embargo it never comes out; afterwards its pages and feeds say that it was retracted, and why. Posts that announced it stay; those that have not left are taken back. It cannot come out again.",
        Confirm = "press.going")]
    public async Task<Table> RetractAsync(
        IHost host,
        [Asks("Which release?")] string name,
        [Asks("Why? The pages say so.", Anew = true)] string reason,
        CancellationToken cancel)
    {
        var taken = await _desk.TakeBackAsync(name, reason, cancel);
        await TellAsync(host, cancel);
        return TableOf(host, taken);
    }

    /// <summary>Writes the newsroom anew.</summary>
    [Command("press.build", "Press: Build the Newsroom", Description = "Writes the newsroom's pages and feeds as the store says: what is missing or was changed by hand is written again, what is right is not touched.")]
    public async Task<Record> BuildAsync(IHost host, CancellationToken cancel) => await _newsroom.BuildAsync(always: true, cancel) is { } written
        ? Record.Of(("folder", _settings.Site), ("written", written), ("address", _settings.Address))
        : throw new PluginHostException("Another process builds the newsroom just now. Run press.build again in a moment.");

    /// <summary>The releases.</summary>
    [View(ReleasesView, "Releases", Area.Editor, Welcome = "There is no release yet. Write releases/NAME.en.md: front matter with title and summary, then the text.")]
    public async Task<TableView> ShowReleasesAsync(IHost host, CancellationToken cancel)
    {
        var rows = await new ReleaseList(_table, _reader).ReadAsync(cancel);
        return new TableView { Table = TableOf(host, rows), OpenCommand = "press.preview", Key = "name" };
    }

    /// <summary>A release before it is out.</summary>
    [View(PreviewView, "Release", Area.Editor, Welcome = "No release is shown. {press.releases} lists them; Enter shows one.")]
    public async Task<TextView> ShowPreviewAsync(IHost host, CancellationToken cancel) => new()
    {
        Text = _shown is { } name ? await new ReleasePreview(_table, _reader, _settings, host.Workspace.Zone).MakeAsync(name, cancel) : "",
        Markdown = true,
    };

    private ReleaseOutlook OutlookOf(IHost host) => new(_table, _reader, _settings, host.Clock, host.Workspace.Zone);

    private async Task<IReadOnlyList<string>> ToBeCheckedAsync(CancellationToken cancel)
    {
        var done = (await _table.ReadAllAsync(cancel)).Where(release => release.State.IsPublic()).Select(release => release.Name);
        return [.. (await _reader.NamesAsync(cancel)).Except(done)];
    }

    private static Table TableOf(IHost host, IReadOnlyList<ReleaseRow> rows) => Table.Of(
        rows,
        ("name", row => row.Name),
        ("state", row => row.State),
        ("written", row => row.Written),
        ("in", row => row.LeftAt(host.Clock.GetUtcNow())),
        ("languages", row => row.Languages),
        ("teasers", row => row.Teasers),
        ("title", row => row.Title),
        ("embargo", row => row.Embargo is { } embargo ? TimeZoneInfo.ConvertTime(embargo, host.Workspace.Zone) : Value.Nothing),
        ("note", row => row.Note));

    private static Table TableOf(IHost host, Release release)
    {
        var rows = release.Pages.Select(page => (What: page.Language, State: ReleaseStates.Text(release.State), Where: page.Address, Note: release.Reason))
            .Concat(release.Teasers.Select(teaser => (What: teaser.Profile, State: TeaserStates.Text(teaser.State), Where: teaser.Link ?? "", Note: teaser.Reason)));
        if (release.Pages.Count == 0)
            rows = [(release.Name, ReleaseStates.Text(release.State), "", release.Reason)];

        return Table.Of(
            rows,
            ("what", row => row.What),
            ("state", row => row.State),
            ("where", row => row.Where),
            ("written", _ => release.Wall),
            ("embargo", _ => TimeZoneInfo.ConvertTime(release.Embargo, host.Workspace.Zone)),
            ("note", row => row.Note));
    }
}
