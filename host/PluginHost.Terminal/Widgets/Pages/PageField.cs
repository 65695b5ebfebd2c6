namespace PluginHost.Terminal;

/// <summary>A part of a row of a page with a direction of its own.</summary>
/// <param name="Line">What stands in it.</param>
/// <param name="Column">Its first column.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Alignment">Where its text stands.</param>
internal readonly record struct PageField(TextLine Line, int Column, int Width, Alignment Alignment)
{
    /// <summary>The first column of the text.</summary>
    public int Left => Column + Alignment switch
    {
        Alignment.Center => (Width - Line.Width) / 2,
        Alignment.Start => Line.Direction == Direction.RightToLeft ? Width - Line.Width : 0,
        _ => Line.Direction == Direction.RightToLeft ? 0 : Width - Line.Width,
    };
}
