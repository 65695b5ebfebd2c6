using PluginHost.Sdk;

namespace PluginHost.PressRoom;

/// <summary>How this press room is set up.</summary>
internal sealed record PressSettings
{
    /// <summary>The folder of the releases.</summary>
    public required string Releases { get; init; }

    /// <summary>The folder of the newsroom's pages.</summary>
    public required string Site { get; init; }

    /// <summary>Where the newsroom is to be read, with a slash at its end; empty: nobody has said.</summary>
    public required string Address { get; init; }

    /// <summary>Who speaks.</summary>
    public required string Organisation { get; init; }

    /// <summary>How often feeds are asked.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>After what time a post is asked for again that waits for an approval, or for its network.</summary>
    public required TimeSpan Retry { get; init; }

    /// <exception cref="WrongUseException">A setting says what cannot be.</exception>
    public static PressSettings Read(ISettings settings, string workspace)
    {
        var address = settings.Text("address");
        if (address.Length > 0 && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.Query.Length + uri.Fragment.Length == 0))
            throw new WrongUseException($"press: the setting address, \"{address}\", is no address of a site. Write it as https://press.example.com/.");

        var organisation = settings.Text("organisation");
        var (releases, site) = (FolderOf(settings, "releases"), FolderOf(settings, "site"));
        if (releases == site || site.StartsWith(releases + "/", StringComparison.Ordinal) || releases.StartsWith(site + "/", StringComparison.Ordinal))
            throw new WrongUseException($"press: releases ({releases}) and the site ({site}) lie in one another: what waits for its embargo would stand in the site. Part them.");

        return new PressSettings
        {
            Releases = releases,
            Site = site,
            Address = address.Length == 0 ? "" : address.TrimEnd('/') + "/",
            Organisation = organisation.Length > 0 ? organisation : workspace,
            Interval = settings.Duration("interval"),
            Retry = settings.Duration("retry"),
        };
    }

    private static string FolderOf(ISettings settings, string name)
    {
        var folder = string.Join('/', settings.Text(name).Split('/', '\\').Where(part => part.Length > 0 && part != "."));
        return folder.Length > 0 ? folder : throw new WrongUseException($"press: the setting {name} names no folder. Give one within the workspace.");
    }
}
