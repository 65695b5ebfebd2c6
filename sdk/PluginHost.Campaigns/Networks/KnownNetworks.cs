using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>
/// The rules of networks that this contract knows by itself, as data with a date and a source. A network's plugin may start from them
/// (<c>KnownNetworks.RulesOf("mastodon") with { Limit = 5_000 }</c>), and a rehearsal counts by them.
/// </summary>
public static class KnownNetworks
{
    private static readonly Lazy<IReadOnlyDictionary<string, NetworkRules>> Files = new(KnownNetworkFile.ReadAll);

    /// <summary>The names, in order: <c>bluesky</c>, <c>mastodon</c>, <c>x</c>.</summary>
    public static IReadOnlyList<string> Names => [.. Files.Value.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The rules of a network as most of its profiles have them.</summary>
    /// <param name="network">The name, such as <c>mastodon</c>.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="WrongUseException">No network of this name is known. The message names the nearest one.</exception>
    public static NetworkRules RulesOf(string network) => Files.Value.TryGetValue(network, out var rules)
        ? rules
        : throw new WrongUseException($"The rules of a network \"{network}\" are not known.{Nearest.Hint(network, Names)}");

    /// <summary>Whether the rules of a network are known.</summary>
    /// <param name="network">The name, such as <c>mastodon</c>.</param>
    /// <returns>Whether they are.</returns>
    public static bool Knows(string network) => Files.Value.ContainsKey(network);
}
