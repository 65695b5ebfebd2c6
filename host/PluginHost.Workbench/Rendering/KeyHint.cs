using PluginHost.Sdk;

namespace PluginHost.Workbench.Rendering;

/// <summary>A key that can be pressed here, for the bottom line.</summary>
/// <param name="Keys">The key, as it is written on a keyboard: <c>Ctrl+P</c>.</param>
/// <param name="Title">What it does, in a word or two.</param>
/// <param name="Command">What a click on it runs; null where only the key does it.</param>
public sealed record KeyHint(string Keys, string Title, CommandCall? Command);
