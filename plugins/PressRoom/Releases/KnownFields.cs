namespace PluginHost.PressRoom.Releases;

/// <summary>What the front matter of a release may say.</summary>
internal static class KnownFields
{
    public const string Title = "title";
    public const string Summary = "summary";
    public const string Embargo = "embargo";
    public const string Purpose = "purpose";
    public const string Profiles = "profiles";
    public const string Teaser = "teaser";
    public const string About = "boilerplate";
    public const string Contact = "contact";
    public const string Slug = "slug";
    public const string Tags = "tags";

    public static IReadOnlyList<string> All { get; } = [Title, Summary, Embargo, Purpose, Profiles, Teaser, About, Contact, Slug, Tags];
}
