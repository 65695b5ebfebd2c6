using PluginHost.Sdk;

namespace PluginHost.Workbench.Rendering;

/// <summary>One line of a menu.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Keys">The key that does the same; empty where there is none.</param>
/// <param name="Off">Why it cannot be chosen now; null where it can.</param>
/// <param name="Command">What it runs.</param>
public sealed record MenuItem(string Title, string Keys, string? Off, CommandCall Command);
