namespace PluginHost.Engine.Workspaces;

/// <summary>The file is missing or wrong. All that is wrong is listed, by line.</summary>
public sealed record WorkspaceRefused(IReadOnlyList<ConfigurationProblem> Problems) : WorkspaceReading;
