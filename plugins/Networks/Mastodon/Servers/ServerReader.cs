using System.Globalization;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>Makes a server of what its instance and its node information say.</summary>
internal static class ServerReader
{
    // Mastodon has taken an Idempotency-Key since long before this version; that it does so is only said of what is known.
    private const int KeysSince = 4;

    // It keeps a key for an hour. Our clock and the way there are not worth the last minutes.
    private static readonly TimeSpan KeyLife = TimeSpan.FromMinutes(55);

    /// <param name="address">The server.</param>
    /// <param name="instance">The answer of <c>/api/v2/instance</c>, else of v1.</param>
    /// <param name="node">The node information; undefined where it has none.</param>
    /// <param name="now">When it was read.</param>
    public static Server Read(Uri address, JsonElement instance, JsonElement node, DateTimeOffset now)
    {
        var version = instance.Text("version");
        var software = SoftwareOf(version, node);
        var rules = RulesReader.Read(instance, $"{address.Authority}, as it said on {now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        return new Server
        {
            Address = address,
            Domain = instance.TextOrNull("domain") ?? Bare(instance.TextOrNull("uri")) ?? address.Authority,
            Software = software,
            Version = node.TextOrNull("software", "version") ?? version,
            Rules = KnowsKeys(software, version) ? rules with { Repeats = Repeats.ByKey, KeyLife = KeyLife } : rules,
            Streaming = StreamingOf(address, instance, software),
        };
    }

    // What speaks like Mastodon says so in its version: "4.0.0 (not true; really snac/2.75)", "2.7.2 (compatible; Pleroma 2.5.0)".
    private static string SoftwareOf(string version, JsonElement node)
    {
        if (node.TextOrNull("software", "name") is { } name)
            return name.ToLowerInvariant();

        var words = version.Split(['(', ')', ';', '/', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = (string[])["snac", "pleroma", "akkoma", "gotosocial", "pixelfed", "friendica", "hollo", "misskey", "sharkey", "iceshrimp", "takahe"];
        return words.Select(word => word.ToLowerInvariant()).FirstOrDefault(known.Contains) ?? "";
    }

    // Both must say so: the node information that it is Mastodon, and the version that it is no other's.
    private static bool KnowsKeys(string software, string version) =>
        software == "mastodon"
        && !version.Contains('(')
        && int.TryParse(version.AsSpan(0, Math.Max(0, version.IndexOf('.', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
        && major >= KeysSince;

    // The token goes there: encrypted, or within this machine. snac names an address, and has nothing behind it.
    private static Uri? StreamingOf(Uri address, JsonElement instance, string software)
    {
        var named = instance.TextOrNull("configuration", "urls", "streaming") ?? instance.TextOrNull("urls", "streaming_api");
        if (software == "snac" || named is null || !Uri.TryCreate(named, UriKind.Absolute, out var streaming))
            return null;

        var secure = streaming.Scheme is "wss" or "https";
        if (!secure && !streaming.IsLoopback)
            return null;

        return new UriBuilder(streaming) { Scheme = secure ? "wss" : "ws", Port = streaming.IsDefaultPort ? -1 : streaming.Port, Path = "/api/v1/streaming", Query = "" }.Uri;
    }

    private static string? Bare(string? uri) => uri is null ? null : uri[(uri.LastIndexOf('/') + 1)..];
}
