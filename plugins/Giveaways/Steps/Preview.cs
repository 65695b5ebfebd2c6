using PluginHost.Campaigns;

namespace PluginHost.Giveaways.Steps;

/// <summary>What a step would say in public, for whoever is to say yes to it: a question, when it would be, and the words of each profile.</summary>
internal sealed record Preview
{
    public required string Question { get; init; }

    /// <summary>When, and what hangs on it, a line each.</summary>
    public required IReadOnlyList<string> When { get; init; }

    /// <summary>Who would say what.</summary>
    public IReadOnlyList<Variant> Words { get; init; } = [];

    /// <summary>All of it; the first line is the question.</summary>
    public string ToText() => string.Join('\n', [Question, .. When, .. Words.SelectMany(Lines)]);

    private static IEnumerable<string> Lines(Variant variant) =>
        [$"{variant.Profile} {(variant.InReplyTo is null ? "says" : "answers")}:", .. variant.More.Prepend(variant.Text).SelectMany(part => part.Split('\n'))];
}
