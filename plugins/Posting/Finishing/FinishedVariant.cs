using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Posting.Links;
using PluginHost.Posting.Media;

namespace PluginHost.Posting.Finishing;

/// <summary>A variant as it leaves: links say where they were read, pictures are described and read. Problems of it are told in terms of what was written.</summary>
internal sealed record FinishedVariant
{
    public required Variant Variant { get; init; }

    /// <summary>What came of reading the media, in the order of the variant's.</summary>
    public IReadOnlyList<MediumReading> Files { get; init; } = [];

    /// <summary>The parts of the text, with the way back to what was written; empty: nothing was changed.</summary>
    public IReadOnlyList<LinkedText> Parts { get; init; } = [];

    /// <summary>A problem of the variant, with its place in what was written.</summary>
    public Problem Written(Problem problem) => problem.Range is { } range && range.Part < Parts.Count
        ? problem with { Range = Parts[range.Part].Written(range) }
        : problem;

    /// <summary>How it leaves, part by part.</summary>
    /// <param name="rules">The network's rules; null where it could not be asked.</param>
    public VariantPreview Preview(NetworkRules? rules) => new()
    {
        Profile = Variant.Profile,
        Parts =
        [
            .. Variant.More.Prepend(Variant.Text).Select((text, part) => new PartPreview
            {
                Text = text,
                Shown = rules?.Show(text).Text ?? text,
                Count = rules?.Count(text, Variant.Extras.Warning),
                Media = [.. Files.Zip(Variant.Media).Where(pair => pair.Second.Part == part).Select(pair => Preview(pair.First, pair.Second))],
            }),
        ],
    };

    private static MediumPreview Preview(MediumReading reading, Medium medium) => new()
    {
        File = medium.File,
        Alt = medium.Alt,
        Description = reading is MediumRead { File: var file } ? $"{file}" : "",
    };

    /// <summary>What stands against its media.</summary>
    /// <param name="rules">The network's rules; null where it could not be asked.</param>
    public IEnumerable<(string Rule, string Message, int? Medium)> MediaProblems(NetworkRules? rules)
    {
        for (var place = 0; place < Files.Count; place++)
        {
            if (Files[place] is MediumRefused { Reason: var reason })
                yield return ("posting.medium", reason, place);
        }

        if (rules is null || Files.Count == 0)
            yield break;

        if (rules.Media is not { } media)
        {
            yield return ("posting.media", "The network takes no pictures and no films. Leave them out.", 0);
            yield break;
        }

        for (var place = 0; place < Files.Count; place++)
        {
            foreach (var problem in WhyNot(Files[place], Variant.Media[place], media))
                yield return ("posting.media", problem, place);
        }

        foreach (var part in Files.Zip(Variant.Media).GroupBy(pair => pair.Second.Part))
        {
            if (MediaFit.WhyNot([.. part.Select(pair => pair.First).OfType<MediumRead>().Select(read => read.File)], media) is { } problem)
                yield return ("posting.media", problem, null);
        }
    }

    private static IEnumerable<string> WhyNot(MediumReading reading, Medium medium, MediaRules rules)
    {
        if (reading is MediumRead { File: var file } && MediaFit.WhyNot(medium.File, file, rules) is { } problem)
            yield return problem;

        if (new StringInfo(medium.Alt).LengthInTextElements is var length && length > rules.AltLimit)
            yield return $"The description of {medium.File} has {ByteText.Number(length)} characters, and the network takes {ByteText.Number(rules.AltLimit.Value)}. Shorten it.";
    }
}
