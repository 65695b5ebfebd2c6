using PluginHost.Sdk;

namespace PluginHost.Workbench.Rendering;

/// <summary>A piece of a line that looks alike.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Role">What it is, which the theme gives a look.</param>
/// <param name="Command">What a click runs; null: nothing.</param>
public sealed record Span(string Text, Role Role, CommandCall? Command)
{
    /// <summary>What it says. What it opens of directions it closes: it does not turn the piece behind it.</summary>
    public string Text { get; init; } = Directions.Close(Text);

    /// <summary>Makes one that leads nowhere.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="role">What it is.</param>
    public Span(string text, Role role)
        : this(text, role, null)
    {
    }
}
