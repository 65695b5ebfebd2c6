namespace PluginHost.Terminal;

/// <summary>A rectangle of cells.</summary>
/// <param name="X">Its first column.</param>
/// <param name="Y">Its first row.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
public readonly record struct Rect(int X, int Y, int Width, int Height)
{
    /// <summary>The column behind its last one.</summary>
    public int Right => X + Width;

    /// <summary>The row behind its last one.</summary>
    public int Bottom => Y + Height;

    /// <summary>Whether it has no cell.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>Whether a place is in it.</summary>
    /// <param name="x">The column.</param>
    /// <param name="y">The row.</param>
    public bool Contains(int x, int y) => x >= X && x < Right && y >= Y && y < Bottom;

    /// <summary>What it shares with another.</summary>
    /// <param name="other">The other.</param>
    /// <returns>The shared rectangle, empty where they share nothing.</returns>
    public Rect Intersect(Rect other)
    {
        var (x, y) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        return new Rect(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }
}
