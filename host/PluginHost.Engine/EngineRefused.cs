using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine;

/// <summary>The workspace cannot be opened as it is written: every problem, with its line.</summary>
public sealed record EngineRefused(IReadOnlyList<ConfigurationProblem> Problems) : EngineOpening;
