namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>What changing a <c>plugins.yaml</c> came to: <see cref="FileEdited"/>, <see cref="FileUnchanged"/> or <see cref="FileEditRefused"/>.</summary>
public abstract record FileEdit;
