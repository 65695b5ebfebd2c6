namespace PluginHost.Terminal;

/// <summary>Where layers stand. Whatever is asked, the answer lies on the screen.</summary>
public static class Places
{
    /// <summary>In the middle.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="width">How wide it would be.</param>
    /// <param name="height">How high it would be.</param>
    public static Rect Center(Rect screen, int width, int height)
    {
        var (w, h) = (Math.Clamp(width, 0, screen.Width), Math.Clamp(height, 0, screen.Height));
        return new Rect(screen.X + ((screen.Width - w) / 2), screen.Y + ((screen.Height - h) / 2), w, h);
    }

    /// <summary>In the upper part, in the middle, where palettes stand: it grows downwards without moving.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="width">How wide it would be.</param>
    /// <param name="height">How high it would be.</param>
    public static Rect Upper(Rect screen, int width, int height)
    {
        var middle = Center(screen, width, height);
        return middle with { Y = Math.Min(middle.Y, screen.Y + Math.Min(2, screen.Height - middle.Height)) };
    }

    /// <summary>In the lower right corner.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="width">How wide it would be.</param>
    /// <param name="height">How high it would be.</param>
    public static Rect LowerRight(Rect screen, int width, int height)
    {
        var (w, h) = (Math.Clamp(width, 0, screen.Width), Math.Clamp(height, 0, screen.Height));
        return new Rect(screen.Right - w, screen.Bottom - h, w, h);
    }

    /// <summary>Under something, or over it where there is more room.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="anchor">What it belongs to.</param>
    /// <param name="width">How wide it would be.</param>
    /// <param name="height">How high it would be.</param>
    public static Rect Near(Rect screen, Rect anchor, int width, int height)
    {
        var w = Math.Clamp(width, 0, screen.Width);
        var x = Math.Clamp(anchor.X, screen.X, screen.Right - w);
        var (below, above) = (Math.Clamp(screen.Bottom - anchor.Bottom, 0, screen.Height), Math.Clamp(anchor.Y - screen.Y, 0, screen.Height));
        if (height <= below || below >= above)
        {
            var h = Math.Clamp(height, 0, below);
            return new Rect(x, screen.Bottom - below, w, h);
        }

        var upper = Math.Min(height, above);
        return new Rect(x, screen.Y + above - upper, w, upper);
    }

    /// <summary>At the right of something, or at its left where there is more room, from its first row downwards.</summary>
    /// <param name="screen">The screen.</param>
    /// <param name="anchor">What it belongs to.</param>
    /// <param name="width">How wide it would be.</param>
    /// <param name="height">How high it would be.</param>
    public static Rect Beside(Rect screen, Rect anchor, int width, int height)
    {
        var (w, h) = (Math.Clamp(width, 0, screen.Width), Math.Clamp(height, 0, screen.Height));
        var isRight = w <= screen.Right - anchor.Right || screen.Right - anchor.Right >= anchor.X - screen.X;
        var x = Math.Clamp(isRight ? anchor.Right : anchor.X - w, screen.X, screen.Right - w);
        return new Rect(x, Math.Clamp(anchor.Y, screen.Y, screen.Bottom - h), w, h);
    }
}
