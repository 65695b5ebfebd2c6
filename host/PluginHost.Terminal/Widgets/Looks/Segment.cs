namespace PluginHost.Terminal;

/// <summary>A part of a <see cref="RichLine"/> with a look of its own.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Role">Whose look it has.</param>
public readonly record struct Segment(string Text, string Role)
{
    /// <summary>What a click on it runs, as whoever shows the line understands it.</summary>
    /// <value><see langword="null"/>: nothing.</value>
    public string? Target { get; init; }

    /// <summary>Attributes over those of the role.</summary>
    public Attributes Attributes { get; init; }
}
