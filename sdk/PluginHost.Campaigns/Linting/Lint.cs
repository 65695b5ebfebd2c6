using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What a linter looks at: one variant of a plan, with what is known of it.</summary>
/// <remarks>What was said before is told by <see cref="IEarlierTexts"/>, a service.</remarks>
public sealed record Lint
{
    /// <summary>The whole plan, with what the other profiles say.</summary>
    public required PostPlan Plan { get; init; }

    /// <summary>The variant to look at.</summary>
    public required Variant Variant { get; init; }

    /// <summary>The profile that says it.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The network's rules for the profile.</summary>
    /// <value><see langword="null"/>: the network cannot be asked now.</value>
    public NetworkRules? Rules { get; init; }

    /// <summary>All profiles of the workspace, this one among them.</summary>
    public IReadOnlyList<Profile> Profiles { get; init => field = [.. value]; } = [];

    /// <summary>The post's id in this workspace, where it was committed before.</summary>
    /// <value><see langword="null"/>: it is not planned yet.</value>
    public string? Post { get; init; }

    /// <summary>When it is to go out, or now.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// How grave a finding must be to matter to whoever asks: who is about to send stops for errors alone. Linters whose findings are never so grave here are not
    /// asked, and one that is may leave out what only makes lesser ones.
    /// </summary>
    /// <value><see cref="Severity.Information"/>: all matter.</value>
    public Severity AtLeast { get; init; } = Severity.Information;

    /// <summary>The language that the text is meant to be in: the variant's, else the profile's.</summary>
    public string Language => Variant.Language.Length > 0 ? Variant.Language : Profile.Language;

    /// <summary>The texts that are sent, one a part of the thread.</summary>
    public IReadOnlyList<string> Parts => [Variant.Text, .. Variant.More];
}
