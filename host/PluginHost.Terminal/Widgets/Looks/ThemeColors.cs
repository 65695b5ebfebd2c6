namespace PluginHost.Terminal;

/// <summary>The colours that a built-in theme is made of.</summary>
internal sealed record ThemeColors
{
    public required Color Text { get; init; }

    public required Color Ground { get; init; }

    public required Color Dim { get; init; }

    public required Color Accent { get; init; }

    public required Color Edge { get; init; }

    public required Color Selection { get; init; }

    public required Color QuietSelection { get; init; }

    public required Color Layer { get; init; }

    public required Color Good { get; init; }

    public required Color Warning { get; init; }

    public required Color Bad { get; init; }

    public required Color Second { get; init; }

    public required Color Third { get; init; }
}
