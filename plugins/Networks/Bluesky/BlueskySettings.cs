using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>What <c>plugins.yaml</c> says about hearing what is said in public.</summary>
internal static class BlueskySettings
{
    public const string Listen = "listen";
    public const string Jetstream = "jetstream";
    public const string SearchEverything = "search-everything";

    private const string BySearch = "search";
    private const string ByJetstream = "jetstream";

    /// <summary>How the public is listened to.</summary>
    /// <exception cref="WrongUseException">The setting says something else.</exception>
    public static Search SearchOf(IHost host, Account account, People people) => host.Settings.Text(Listen) switch
    {
        BySearch => new PublicSearch(account, host.Settings.Text(SearchEverything), host.Clock),
        ByJetstream => new JetstreamSearch(host.Http, host.Clock, host.Random, host.Output, host.Settings.List(Jetstream), people.NamesAsync),
        var other => throw new WrongUseException($"The setting {Listen} of bluesky is \"{other}\"; write {BySearch} or {ByJetstream}.{Nearest.Hint(other, [BySearch, ByJetstream])}"),
    };
}
