using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Engine.Rehearsing;

/// <summary>A post that is the same whatever people do.</summary>
public sealed record CertainPost
{
    /// <summary>Which step of the script it is.</summary>
    public required string Step { get; init; }

    /// <summary>When it is planned for; null: it goes out at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What each profile says, a thread with all its parts.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>
    /// What goes with the words of a profile, where anything does: how long the parts of a thread are, the language, pictures. Null: the plan is of a program that
    /// did not write it down.
    /// </summary>
    public IReadOnlyDictionary<string, string>? With { get; init; }

    /// <summary>What goes with the words of variants.</summary>
    internal static SortedDictionary<string, string> WithOf(IEnumerable<Variant> variants) => new(
        variants.Select(variant => KeyValuePair.Create(variant.Profile, string.Join("; ", WithOf(variant)))).Where(with => with.Value.Length > 0).ToDictionary(),
        StringComparer.Ordinal);

    // The lengths, so that no text is taken for a thread. What it answers has another name on every network, and each time.
    private static IEnumerable<string> WithOf(Variant variant)
    {
        if (variant.More.Count > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"parts of {string.Join(", ", variant.More.Prepend(variant.Text).Select(part => part.Length))}");

        if (variant.Language.Length > 0)
            yield return $"in {variant.Language}";

        if (variant.InReplyTo is not null)
            yield return "as an answer";

        foreach (var medium in variant.Media)
            yield return string.Create(CultureInfo.InvariantCulture, $"{medium.File} with part {medium.Part + 1}, described as \"{medium.Alt}\"");
    }

    /// <summary>What is written of a variant.</summary>
    internal static string TextOf(Variant variant) => string.Join("\n+ ", [variant.Text, .. variant.More]);
}
