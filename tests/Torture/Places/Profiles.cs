using PluginHost.Torture.Counting;

namespace PluginHost.Torture.Places;

/// <summary>The profiles of the torture's workspace: one of each kind, so that a kill meets one send of a kind at most.</summary>
internal static class Profiles
{
    private static readonly Dictionary<string, string> KindOf = new()
    {
        ["@blue"] = Kinds.Bluesky,
        ["@masto"] = Kinds.Mastodon,
        ["@bare"] = Kinds.MastodonWithoutKeys,
        ["@ex"] = Kinds.X,
    };

    public static IReadOnlyList<(string Name, string Kind)> All { get; } = [.. KindOf.Select(pair => (pair.Key, pair.Value))];

    /// <summary>The name in <c>plugins.yaml</c> of what the network calls by its handle.</summary>
    public static string NameOf(string handle) => $"@{handle.TrimStart('@')}";
}
