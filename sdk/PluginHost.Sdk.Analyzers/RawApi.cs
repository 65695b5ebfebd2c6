using Microsoft.CodeAnalysis;

namespace PluginHost.Sdk.Analyzers;

/// <summary>An API that a plugin leaves alone, and what it takes instead.</summary>
internal sealed class RawApi(DiagnosticDescriptor rule, string instead)
{
    public DiagnosticDescriptor Rule { get; } = rule;

    public string Instead { get; } = instead;
}
