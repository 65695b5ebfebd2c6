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
    [Command("press.check", "Press: Check", Description = "Says what stands against a release, or against all that are not out: files, lines, and the teasers on their profiles. Nothing is armed.")]
    public async Task<Table> CheckAsync(IHost host, [Asks("Which release? Empty: all that are not out.", Default = "")] string name, CancellationToken cancel)
    {
        var found = new List<(string Release, string Place, string Severity, string Message)>();
        foreach (var release in name.Length > 0 ? [name] : await ToBeCheckedAsync(cancel))
        {
            var reading = await _reader.ReadAsync(release, cancel);
            found.AddRange(reading.Problems.Select(problem => (release, problem.Line == 0 ? problem.File : $"{problem.File}({problem.Line})", "error", problem.Message)));
            if (reading.Draft is not { } draft)
                continue;

            if (draft.Due is { Note.Length: > 0 } due)
                found.Add((release, "embargo", "information", due.Note));

            if (draft.Teasers.Count == 0)
                found.Add((release, "", "information", "no profile announces it: its pages come out and nobody is told. Name a purpose or profiles."));

            foreach (var problem in await _teasers.ProblemsOfAsync(draft.Teasers, "press.check", cancel))
                found.Add((release, problem.Profile ?? "", problem.Severity.ToString().ToLowerInvariant(), problem.Message));
        }

        return Table.Of(found, ("release", row => row.Release), ("place", row => row.Place), ("severity", row => row.Severity), ("message", row => row.Message));
    }

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
        Description = "Arms a release as its files say now: it comes out at its embargo, or now where that has passed. One that is out and was changed comes out corrected; teasers that were refused are tried again.")]
    public async Task<Table> ReleaseAsync(IHost host, [Asks("Which release?")] string name, CancellationToken cancel)
    {
        var release = await _desk.ReleaseAsync(new ReleaseOrder { Name = name, AskedBy = "press.release" }, cancel);
        await TellAsync(host, cancel);
        return TableOf(host, release);
    }

    /// <summary>Takes a release back.</summary>
    [Command(
        "press.retract",
        "Press: Retract",
        Description = "Takes a release back: before its embargo it never comes out; afterwards its pages and feeds say that it was retracted, and why. Posts that announced it stay; those that have not left are taken back.")]
    public async Task<Table> RetractAsync(
        IHost host,
        [Asks("Which release?")] string name,
        [Asks("Why? The pages say so.", Anew = true)] string reason,
        [Asks("Whether it is retracted without being asked once more: sure=true.", Default = "false")] bool sure,
        CancellationToken cancel)
    {
        if (!sure && await _table.FindAsync(name, cancel) is { State: ReleaseState.Out } release
            && !await host.Ask.ForConfirmAsync($"Retract {name}, which is out since {TimeZoneInfo.ConvertTime(release.OutAt!.Value, host.Workspace.Zone):yyyy-MM-dd HH:mm}? It cannot come out again.", cancel))
            throw new PluginHostException($"{name} was not retracted. Where nobody can be asked, add sure=true.");

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

    private async Task<IReadOnlyList<string>> ToBeCheckedAsync(CancellationToken cancel)
    {
        var done = (await _table.ReadAllAsync(cancel)).Where(release => release.State.IsPublic()).Select(release => release.Name);
        return [.. (await _reader.NamesAsync(cancel)).Except(done)];
    }

    private static Table TableOf(IHost host, IReadOnlyList<ReleaseRow> rows) => Table.Of(
        rows,
        ("name", row => row.Name),
        ("state", row => row.State),
        ("embargo", row => row.Embargo is { } embargo ? TimeZoneInfo.ConvertTime(embargo, host.Workspace.Zone) : Value.Nothing),
        ("in", row => row.LeftAt(host.Clock.GetUtcNow())),
        ("languages", row => row.Languages),
        ("teasers", row => row.Teasers),
        ("title", row => row.Title),
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
            ("embargo", _ => TimeZoneInfo.ConvertTime(release.Embargo, host.Workspace.Zone)),
            ("where", row => row.Where),
            ("note", row => row.Note));
    }
}
