using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>What Bluesky takes. The data file has it with its date; here is what this plugin adds.</summary>
internal static class BlueskyRules
{
    /// <summary>How many records a server takes at once (com.atproto.repo.applyWrites), and so the parts of a thread.</summary>
    public const int MostParts = 200;

    // What a server takes as one file by itself (PDS_BLOB_UPLOAD_LIMIT, 50 MiB). Longer films go through a service of bsky.app alone, which no other server has.
    private const long MostOfFile = 50 * 1024 * 1024;

    private static readonly NetworkRules Known = KnownNetworks.RulesOf("bluesky");

    public static NetworkRules Rules { get; } = Known with
    {
        Repeats = Repeats.ByIdentity,
        ThreadsAtOnce = true,

        // No server keeps it: databases behind it end a text there.
        Refused = "\0",
        Media = Known.Media is not { } media ? null : media with
        {
            Kinds = [.. media.Kinds.Select(kind => kind with { Bytes = Math.Min(kind.Bytes, MostOfFile) })],
        },
    };
}
