namespace PluginHost.Workbench.Rendering;

/// <summary>One thing that can be completed.</summary>
/// <param name="Text">What is put in.</param>
/// <param name="Detail">What it says beside.</param>
/// <param name="Description">What it does, in a sentence; empty where nobody knows.</param>
public sealed record CompletionItem(string Text, string Detail, string Description);
