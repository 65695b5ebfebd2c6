namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>The file says what was wanted; all else in it is byte for byte as it was.</summary>
/// <param name="Text">The whole text.</param>
public sealed record FileEdited(string Text) : FileEdit;
