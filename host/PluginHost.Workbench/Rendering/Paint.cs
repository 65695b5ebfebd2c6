namespace PluginHost.Workbench.Rendering;

/// <summary>How a role looks.</summary>
/// <param name="Fore">The colour of letters; null: that of what lies beneath, and at the bottom the renderer's own.</param>
/// <param name="Back">The ground; null: what lies beneath shows through.</param>
/// <param name="Emphasis">How letters are stressed.</param>
public readonly record struct Paint(Colour? Fore, Colour? Back, Emphasis Emphasis);
