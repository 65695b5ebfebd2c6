using PluginHost.Sdk;

namespace PluginHost.Engine.Workspaces;

/// <summary>A setting as <c>plugins.yaml</c> gives it: a text as it is written, or a list of texts.</summary>
public sealed record GivenSetting
{
    public required string Name { get; init; }

    /// <summary>The line on which it stands, from 1.</summary>
    public required int Line { get; init; }

    public required Value Value { get; init; }
}
