using PluginHost.Campaigns;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>What the publisher said about a draft.</summary>
internal sealed record CheckedDraft
{
    public required Draft Draft { get; init; }

    public required IReadOnlyList<Problem> Problems { get; init; }

    /// <summary>What would leave; empty where the publisher did not say.</summary>
    public IReadOnlyList<VariantPreview> Previews { get; init; } = [];

    public bool IsOf(Draft draft) => ReferenceEquals(Draft, draft) || (Draft.Text == draft.Text && Draft.Profiles.SequenceEqual(draft.Profiles));
}
