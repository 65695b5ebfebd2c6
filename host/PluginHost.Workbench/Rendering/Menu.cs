namespace PluginHost.Workbench.Rendering;

/// <summary>A title of the menu bar.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Title">The title, as a person reads it.</param>
public sealed record Menu(string Id, string Title);
