using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Editing;

/// <summary>A part of a text was replaced: where it stood, what it was, what it is. The other way round it is undone.</summary>
internal sealed record TextChange(TextPlace Start, string Before, string After);
