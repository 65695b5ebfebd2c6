using PluginHost.Campaigns;
using PluginHost.Posting.Media;

namespace PluginHost.Posting;

/// <summary>A variant with the profile that says it and the network that carries it.</summary>
internal sealed record Route
{
    public required Variant Variant { get; init; }

    /// <summary>What came of reading the variant's media, in their order.</summary>
    public IReadOnlyList<MediumReading> Files { get; init; } = [];

    public required Profile Profile { get; init; }

    /// <summary>Null where the network cannot be used now, which is a problem of the plan.</summary>
    public Network? Network { get; init; }

    /// <summary>The network's rules for the profile; null where there is no network.</summary>
    public NetworkRules? Rules { get; init; }

    /// <summary>The language that the text is in: the variant's, else the profile's.</summary>
    public string Language => Variant.Language.Length > 0 ? Variant.Language : Profile.Language;
}
