namespace PluginHost.PressRoom.Site;

/// <summary>Where everything stands within the newsroom.</summary>
internal static class SitePaths
{
    public const string Index = "index.html";
    public const string Assets = "assets";

    public static string PageOf(string language, string slug) => $"{FolderOf(language)}/{slug}.html";

    public static string IndexOf(string language) => $"{FolderOf(language)}/{Index}";

    public static string FeedOf(string language) => $"{FolderOf(language)}/feed.atom";

    /// <summary>All that a text of some language needs to be read: its page, and what leads to it.</summary>
    public static IEnumerable<string> AllOf(string language, string slug) => [PageOf(language, slug), IndexOf(language), FeedOf(language), Index];

    public static string AssetOf(string name) => $"{Assets}/{name}";

    // No language is called "assets": its first part has three letters at most.
    private static string FolderOf(string language) => language.ToLowerInvariant();
}
