namespace PluginHost.Terminal;

/// <summary>A column of a table.</summary>
public sealed record TableColumn
{
    /// <summary>Makes one.</summary>
    /// <param name="title">What stands above it.</param>
    public TableColumn(string title) => Header = RichLine.Of(title, Roles.Header);

    /// <summary>What stands above it.</summary>
    public string Title => Header.Text;

    /// <summary>How wide it is.</summary>
    /// <value><see cref="ColumnWidth.Content"/></value>
    public ColumnWidth Width { get; init; } = ColumnWidth.Content;

    /// <summary>Where its cells stand: each begins or ends by its own direction, so that Arabic begins at the right and leaves the other cells alone.</summary>
    /// <value><see cref="Alignment.Start"/>; numbers stand at the <see cref="Alignment.End"/>.</value>
    public Alignment Alignment { get; init; }

    /// <summary>Whether rows can be sorted by it.</summary>
    /// <value><see langword="true"/></value>
    public bool CanSort { get; init; } = true;

    internal RichLine Header { get; }
}
