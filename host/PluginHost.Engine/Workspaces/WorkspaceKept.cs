namespace PluginHost.Engine.Workspaces;

/// <summary>Something is wrong in the file: the workspace goes on with what it said last.</summary>
public sealed record WorkspaceKept(IReadOnlyList<ConfigurationProblem> Problems) : WorkspaceReload;
