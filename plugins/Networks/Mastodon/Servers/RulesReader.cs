using System.Globalization;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>The limits that a server names. What it does not name is as most have it.</summary>
internal static class RulesReader
{
    // Since this version of the API a post may quote another (Mastodon 4.5).
    private const int QuotesSince = 7;

    public static NetworkRules Read(JsonElement instance, string source)
    {
        var usual = KnownNetworks.RulesOf("mastodon");
        var statuses = instance.At("configuration", "statuses");
        return usual with
        {
            Limit = Whole(statuses.Number("max_characters") ?? instance.Number("max_toot_chars")) ?? usual.Limit,
            Links = usual.Links with { Cost = Whole(statuses.Number("characters_reserved_per_url")) ?? usual.Links.Cost },
            Media = MediaOf(instance.At("configuration", "media_attachments"), statuses, usual.Media!),
            Extras = usual.Extras with
            {
                Quotes = instance.Number("api_versions", "mastodon") >= QuotesSince,
                Polls = IgnoresPolls(instance.Text("version")) ? null : PollsOf(instance.At("configuration", "polls"), usual.Extras.Polls!),
            },
            Source = source,
        };
    }

    private static MediaRules MediaOf(JsonElement media, JsonElement statuses, MediaRules usual)
    {
        var pictures = media.Number("image_size_limit");
        var films = media.Number("video_size_limit");
        var types = media.Items("supported_mime_types").Where(type => type.ValueKind == JsonValueKind.String).Select(type => type.GetString()!).Where(IsTaken).Distinct().ToList();
        return usual with
        {
            Most = Whole(statuses.Number("max_media_attachments")) ?? usual.Most,
            AltLimit = Whole(media.Number("description_limit")) ?? usual.AltLimit,
            Kinds = types.Count == 0
                ? [.. usual.Kinds.Select(kind => kind with { Bytes = (IsPicture(kind.ContentType) ? pictures : films) ?? kind.Bytes })]
                : [.. types.Select(type => KindOf(type, (IsPicture(type) ? pictures : films) ?? BytesOf(usual, type)))],
        };
    }

    private static MediumRules KindOf(string type, long bytes) => new() { ContentType = type, Bytes = bytes, IsAlone = !IsPicture(type) };

    private static long BytesOf(MediaRules usual, string type) => usual.Kinds.First(kind => IsPicture(kind.ContentType) == IsPicture(type)).Bytes;

    private static PollRules PollsOf(JsonElement polls, PollRules usual) => usual with
    {
        MostOptions = Whole(polls.Number("max_options")) ?? usual.MostOptions,
        OptionLimit = Whole(polls.Number("max_characters_per_option")) ?? usual.OptionLimit,
        Shortest = Seconds(polls.Number("min_expiration")) ?? usual.Shortest,
        Longest = Seconds(polls.Number("max_expiration")) ?? usual.Longest,
    };

    // "4.0.0 (not true; really snac/2.75)": measured, 2.75 takes a post and leaves its poll out, 2.96 publishes it. In between nobody has measured.
    private static bool IgnoresPolls(string version)
    {
        var at = version.IndexOf("snac/2.", StringComparison.Ordinal);
        return at >= 0 && int.TryParse(version.AsSpan(at + "snac/2.".Length).TrimEnd(')'), NumberStyles.None, CultureInfo.InvariantCulture, out var minor) && minor < 96;
    }

    private static bool IsTaken(string type) => IsPicture(type) || type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal);

    private static bool IsPicture(string type) => type.StartsWith("image/", StringComparison.Ordinal);

    // A limit of nothing is none that was meant.
    private static int? Whole(long? number) => number is > 0 and <= int.MaxValue ? (int)number : null;

    private static TimeSpan? Seconds(long? number) => Whole(number) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
