namespace PluginHost.Engine.Workspaces;

/// <summary>What reading <c>plugins.yaml</c> again came to: <see cref="WorkspaceTaken"/> or <see cref="WorkspaceKept"/>.</summary>
public abstract record WorkspaceReload;
