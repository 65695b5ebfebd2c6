using System.Globalization;
using System.Text.Json;

namespace PluginHost.Campaigns;

/// <summary>Reads the rules of a network from its data file. What a file does not say is as the rules have it by themselves.</summary>
internal static class KnownNetworkFile
{
    private const string Prefix = "known-network.";

    public static IReadOnlyDictionary<string, NetworkRules> ReadAll()
    {
        var assembly = typeof(KnownNetworkFile).Assembly;
        var rules = new Dictionary<string, NetworkRules>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;

            using var stream = assembly.GetManifestResourceStream(name)!;
            using var file = JsonDocument.Parse(stream);
            rules.Add(file.RootElement.GetProperty("network").GetString()!, Read(file.RootElement));
        }

        return rules;
    }

    private static NetworkRules Read(JsonElement file) => new()
    {
        Source = file.GetProperty("source").GetString()!,
        Unit = Enum.Parse<CountUnit>(file.GetProperty("unit").GetString()!, ignoreCase: true),
        Limit = file.GetProperty("limit").GetInt32(),
        ByteLimit = Number(file, "byteLimit"),
        Weights = file.TryGetProperty("weights", out var weights) ? ReadWeights(weights) : new CountWeights(),
        Links = file.TryGetProperty("links", out var links) ? ReadLinks(links) : new LinkRules(),
        MentionsWithoutServer = Flag(file, "mentionsWithoutServer"),
        WarningCounts = Flag(file, "warningCounts"),
        Composes = Flag(file, "composes"),
        Media = file.TryGetProperty("media", out var media) ? ReadMedia(media) : null,
        ThreadsAtOnce = Flag(file, "threadsAtOnce"),
        Extras = file.TryGetProperty("extras", out var extras) ? ReadExtras(extras) : new ExtraRules(),
        Refused = file.TryGetProperty("refused", out var refused)
            ? string.Concat(refused.EnumerateArray().Select(letter => char.ConvertFromUtf32(CodePoint(letter))))
            : "",
    };

    private static ExtraRules ReadExtras(JsonElement extras) => new()
    {
        Warnings = Flag(extras, "warnings"),
        Quotes = Flag(extras, "quotes"),
        Cards = Flag(extras, "cards"),
        Visibilities = extras.TryGetProperty("visibilities", out var visibilities)
            ? [.. visibilities.EnumerateArray().Select(visibility => Enum.Parse<PostVisibility>(visibility.GetString()!, ignoreCase: true))]
            : [],
        Polls = extras.TryGetProperty("polls", out var polls) ? ReadPolls(polls) : null,
    };

    private static PollRules ReadPolls(JsonElement polls) => new()
    {
        MostOptions = polls.GetProperty("mostOptions").GetInt32(),
        OptionLimit = polls.GetProperty("optionLimit").GetInt32(),
        Shortest = TimeSpan.FromSeconds(polls.GetProperty("shortestSeconds").GetInt32()),
        Longest = TimeSpan.FromSeconds(polls.GetProperty("longestSeconds").GetInt32()),
        WithMedia = Flag(polls, "withMedia"),
    };

    private static MediaRules ReadMedia(JsonElement media) => new()
    {
        Most = media.GetProperty("most").GetInt32(),
        AltLimit = Number(media, "altLimit"),
        Kinds =
        [
            .. media.GetProperty("kinds").EnumerateArray().Select(kind => new MediumRules
            {
                ContentType = kind.GetProperty("type").GetString()!,
                Bytes = kind.GetProperty("bytes").GetInt64(),
                Width = Number(kind, "width"),
                Height = Number(kind, "height"),
                Frames = Number(kind, "frames"),
                IsAlone = Flag(kind, "alone"),
            }),
        ],
    };

    private static CountWeights ReadWeights(JsonElement weights) => new()
    {
        Default = weights.GetProperty("default").GetInt32(),
        Emoji = Number(weights, "emoji"),
        Ranges =
        [
            .. weights.GetProperty("ranges").EnumerateArray().Select(range => new WeightRange
            {
                First = CodePoint(range.GetProperty("first")),
                Last = CodePoint(range.GetProperty("last")),
                Weight = range.GetProperty("weight").GetInt32(),
            }),
        ],
    };

    private static LinkRules ReadLinks(JsonElement links) => new()
    {
        Forms = Enum.Parse<LinkForms>(links.GetProperty("forms").GetString()!, ignoreCase: true),
        Cost = Number(links, "cost"),
        ShownAfterHost = Number(links, "shownAfterHost"),
    };

    private static int CodePoint(JsonElement text) => int.Parse(text.GetString().AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static int? Number(JsonElement of, string name) => of.TryGetProperty(name, out var number) ? number.GetInt32() : null;

    private static bool Flag(JsonElement of, string name) => of.TryGetProperty(name, out var flag) && flag.GetBoolean();
}
