namespace PluginHost.Engine.Workspaces;

/// <summary>What reading a <c>plugins.yaml</c> came to: <see cref="WorkspaceRead"/> or <see cref="WorkspaceRefused"/>.</summary>
public abstract record WorkspaceReading;
