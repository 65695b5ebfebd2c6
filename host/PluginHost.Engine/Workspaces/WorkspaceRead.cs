namespace PluginHost.Engine.Workspaces;

/// <summary>The file is sound.</summary>
public sealed record WorkspaceRead(WorkspaceConfiguration Configuration) : WorkspaceReading;
