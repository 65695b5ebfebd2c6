using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>What is kept of releases, read.</summary>
internal sealed partial class ReleaseTable
{
    public Task<IReadOnlyList<StoredRelease>> ReadAllAsync(CancellationToken cancel) =>
        store.ReadAsync($"select *, coalesce(out_change, 0) as change from press_release order by due_at desc, name", StoredRelease.Read, cancel);

    /// <summary>What waits for its instant, the soonest first.</summary>
    public Task<IReadOnlyList<StoredRelease>> ReadArmedAsync(CancellationToken cancel) => store.ReadAsync(
        $"select *, coalesce(out_change, 0) as change from press_release where state = 'armed' order by due_at, name", StoredRelease.Read, cancel);

    public async Task<StoredRelease?> FindAsync(string name, CancellationToken cancel) =>
        (await store.ReadAsync($"select *, coalesce(out_change, 0) as change from press_release where name = {name}", StoredRelease.Read, cancel)).SingleOrDefault();

    public Task<IReadOnlyList<ReleaseText>> ReadTextsAsync(string release, CancellationToken cancel) =>
        store.ReadAsync($"select * from press_text where release = {release} order by language", ReadText, cancel);

    /// <summary>The pages of all releases, with whose they are.</summary>
    public Task<IReadOnlyList<(string Path, string Release)>> ReadPagesAsync(CancellationToken cancel) => store.ReadAsync(
        $"select language, slug, release from press_text", row => (Site.SitePaths.PageOf(row.Text("language"), row.Text("slug")), row.Text("release")), cancel);

    public Task<IReadOnlyList<ReleaseSource>> ReadSourcesAsync(string release, CancellationToken cancel) => store.ReadAsync(
        $"select file, hash, asset from press_source where release = {release} order by file",
        row => new ReleaseSource { File = row.Text("file"), Hash = row.Text("hash"), Asset = row.Text("asset") },
        cancel);

    public Task<IReadOnlyList<ReleaseTeaser>> ReadTeasersAsync(string release, CancellationToken cancel) => store.ReadAsync(
        $"select * from press_teaser where release = {release} order by place",
        row => new ReleaseTeaser
        {
            Profile = row.Text("profile"),
            Language = row.Text("language"),
            Text = row.Text("text"),
            State = TeaserStates.Read(row.Text("state")),
            Link = row.TextOrNull("link"),
            Reason = row.Text("reason"),
        },
        cancel);

    /// <summary>How many wait for a person though their time has come.</summary>
    public async Task<long> CountHeldAsync(CancellationToken cancel) =>
        (await store.ReadAsync($"select count(*) as held from press_release where state = {ReleaseStates.Held}", row => row.Integer("held"), cancel))[0];

    /// <summary>When the next one is due; null: none is armed.</summary>
    public async Task<DateTimeOffset?> ReadNextAsync(CancellationToken cancel) =>
        (await store.ReadAsync($"select min(due_at) as due from press_release where state = 'armed'", row => row.InstantOrNull("due"), cancel))[0];

    private static ReleaseText ReadText(IRow row) => new()
    {
        Language = row.Text("language"),
        Slug = row.Text("slug"),
        Title = row.Text("title"),
        Summary = row.Text("summary"),
        Body = row.Text("body"),
        About = row.Text("about"),
        Contact = row.Text("contact"),
        Tags = row.Text("tags").Split('\n', StringSplitOptions.RemoveEmptyEntries),
    };
}
