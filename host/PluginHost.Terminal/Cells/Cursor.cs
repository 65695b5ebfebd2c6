namespace PluginHost.Terminal;

/// <summary>Where the terminal's cursor is shown.</summary>
/// <param name="X">The column.</param>
/// <param name="Y">The row.</param>
/// <param name="Shape">What it looks like.</param>
public readonly record struct Cursor(int X, int Y, CursorShape Shape)
{
    /// <summary>No cursor is shown.</summary>
    public static Cursor Hidden { get; } = new(-1, -1, CursorShape.Default);

    /// <summary>Whether it is shown.</summary>
    public bool IsVisible => X >= 0 && Y >= 0;
}
