namespace PluginHost.Terminal;

/// <summary>A <see cref="LineKey"/> to look for, whose text is nobody's string yet.</summary>
internal readonly ref struct LineQuery(ReadOnlySpan<char> text, Direction direction, int width, string ellipsis)
{
    public ReadOnlySpan<char> Text { get; } = text;

    public Direction Direction { get; } = direction;

    public int Width { get; } = width;

    public string Ellipsis { get; } = ellipsis;
}
