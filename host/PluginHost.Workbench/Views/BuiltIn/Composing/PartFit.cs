using PluginHost.Campaigns;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>One part of what a profile says, and whether its network takes it.</summary>
internal sealed record PartFit
{
    /// <summary>Which part of a thread, from 0.</summary>
    public required int Part { get; init; }

    public required string Text { get; init; }

    public required TextCount Count { get; init; }

    public required IReadOnlyList<Medium> Media { get; init; }

    /// <summary>Every part of a variant; one at least.</summary>
    public static IReadOnlyList<PartFit> Of(Variant variant, NetworkRules rules) =>
        [.. new[] { variant.Text }.Concat(variant.More).Select((text, part) => new PartFit
        {
            Part = part,
            Text = text,
            Count = rules.Count(text),
            Media = [.. variant.Media.Where(medium => medium.Part == part)],
        })];

    /// <summary>What is too many.</summary>
    public TextRange TooMany(NetworkRules rules)
    {
        var start = Math.Max(0, TextFit.FirstTooMany(Text, rules));
        return new TextRange { Part = Part, Start = start, Length = Text.Length - start };
    }
}
