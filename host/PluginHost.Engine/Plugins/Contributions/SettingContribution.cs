using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A setting as its attribute declares it.</summary>
public sealed record SettingContribution
{
    public required string Name { get; init; }

    public required SettingKind Kind { get; init; }

    public required string Description { get; init; }

    /// <summary>The value where none is given, written as in <c>plugins.yaml</c>.</summary>
    public string Default { get; init; } = "";

    /// <summary>What its values name.</summary>
    public SettingNames Names { get; init; }
}
