namespace PluginHost.Torture.Counting;

/// <summary>The kinds of profile, by what their networks offer against repeats.</summary>
internal static class Kinds
{
    public const string Bluesky = "bluesky";
    public const string Mastodon = "mastodon";
    public const string MastodonWithoutKeys = "mastodon-without-keys";
    public const string X = "x";

    public static IReadOnlyList<string> All { get; } = [Bluesky, Mastodon, MastodonWithoutKeys, X];

    /// <summary>Whether a doubt can be settled without a person: by a key, or by looking.</summary>
    public static bool CanSettle(string kind) => kind != X;
}
