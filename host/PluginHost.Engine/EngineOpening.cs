using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine;

/// <summary>What opening a workspace came to.</summary>
public abstract record EngineOpening;

/// <summary>The workspace is open.</summary>
public sealed record EngineOpened(Engine Engine) : EngineOpening;

/// <summary>The workspace cannot be opened as it is written: every problem, with its line.</summary>
public sealed record EngineRefused(IReadOnlyList<ConfigurationProblem> Problems) : EngineOpening;
