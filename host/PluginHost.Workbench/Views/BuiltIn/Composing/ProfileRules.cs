using PluginHost.Campaigns;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>What a profile's network allows, or why nobody knows.</summary>
internal sealed record ProfileRules
{
    public NetworkRules? Rules { get; init; }

    /// <summary>Why the rules cannot be had; empty where they are there.</summary>
    public string Problem { get; init; } = "";
}
