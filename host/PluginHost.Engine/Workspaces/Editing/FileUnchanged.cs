namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>The file says it already.</summary>
public sealed record FileUnchanged : FileEdit;
