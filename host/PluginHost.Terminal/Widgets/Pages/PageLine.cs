namespace PluginHost.Terminal;

/// <summary>One logical line of a page: what is wrapped by itself, and copied as a line.</summary>
internal sealed record PageLine
{
    /// <summary>What it says. Cells of a table have a tab between them.</summary>
    public required RichLine Text { get; init; }

    public PageLineKind Kind { get; init; }

    /// <summary>What stands before its first row: a bullet, the bars of a quotation.</summary>
    public IReadOnlyList<Segment> Lead { get; init; } = [];

    /// <summary>What stands before its other rows; as wide.</summary>
    public IReadOnlyList<Segment> Hang { get; init; } = [];

    /// <summary>The role of what lies behind all of it.</summary>
    public string? Ground { get; init; }

    /// <summary>The columns, where it is a row of a table.</summary>
    public PageColumns? Columns { get; init; }

    public static PageLine Of(RichLine text) => new() { Text = text };
}
