namespace PluginHost.Terminal;

/// <summary>A line, and what ends it: nothing at the end of the document.</summary>
internal readonly record struct DocumentLine(string Text, string End);
