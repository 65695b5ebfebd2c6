using PluginHost.Sdk;

namespace PluginHost.Workbench.Rendering;

/// <summary>Something to do about a <see cref="Toast"/>.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Command">What it runs.</param>
public sealed record ToastAction(string Title, CommandCall Command);
