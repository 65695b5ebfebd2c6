using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A release as a value, and back: what a journal keeps of it. States are numbers; new ones are added at their end.</summary>
internal static class ReleaseRecord
{
    public static Record Of(Release release) => Record.Of(
        ("name", release.Name),
        ("state", (int)release.State),
        ("version", release.Version),
        ("embargo", release.Embargo),
        ("wall", release.Wall),
        ("outAt", release.OutAt),
        ("reason", release.Reason),
        ("pages", new ListValue([.. release.Pages.Select(Of)])),
        ("teasers", new ListValue([.. release.Teasers.Select(Of)])));

    public static Release Read(Value release) => new()
    {
        Name = release["name"].ToString(),
        State = (ReleaseState)(int)release["state"].Number,
        Version = (int)release["version"].Number,
        Embargo = ((InstantValue)release["embargo"]).Instant,
        Wall = (release as Record)?.Find("wall")?.ToString() ?? "",
        OutAt = release["outAt"] is InstantValue instant ? instant.Instant : null,
        Reason = release["reason"].ToString(),
        Pages = [.. release["pages"].Items.Select(ReadPage)],
        Teasers = [.. release["teasers"].Items.Select(ReadTeaser)],
    };

    private static Value Of(ReleasePage page) => Record.Of(("language", page.Language), ("title", page.Title), ("address", page.Address));

    private static Value Of(ReleaseTeaser teaser) => Record.Of(
        ("profile", teaser.Profile),
        ("language", teaser.Language),
        ("text", teaser.Text),
        ("state", (int)teaser.State),
        ("link", teaser.Link),
        ("reason", teaser.Reason));

    private static ReleasePage ReadPage(Value page) => new()
    {
        Language = page["language"].ToString(),
        Title = page["title"].ToString(),
        Address = page["address"].ToString(),
    };

    private static ReleaseTeaser ReadTeaser(Value teaser) => new()
    {
        Profile = teaser["profile"].ToString(),
        Language = teaser["language"].ToString(),
        Text = teaser["text"].ToString(),
        State = (TargetState)(int)teaser["state"].Number,
        Link = teaser["link"] is TextValue link ? link.Text : null,
        Reason = teaser["reason"].ToString(),
    };
}
