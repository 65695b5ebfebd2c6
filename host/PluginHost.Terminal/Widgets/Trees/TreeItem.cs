namespace PluginHost.Terminal;

/// <summary>What a node of a tree shows.</summary>
public sealed record TreeItem
{
    /// <summary>Makes one.</summary>
    /// <param name="label">What it is called.</param>
    public TreeItem(RichLine label) => Label = label;

    /// <summary>What it is called.</summary>
    public RichLine Label { get; }

    /// <summary>What stands at the right edge, dimmed, where there is room.</summary>
    /// <value>Empty.</value>
    public RichLine Detail { get; init; } = RichLine.Empty;

    /// <summary>Whether there may be something below it.</summary>
    public bool IsExpandable { get; init; }

    /// <summary>A sign before the label, with the role that gives it its look.</summary>
    /// <value><see langword="null"/>: none.</value>
    public Segment? Icon { get; init; }
}
