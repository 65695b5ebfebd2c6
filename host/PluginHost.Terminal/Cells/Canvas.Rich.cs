namespace PluginHost.Terminal;

public readonly partial struct Canvas
{
    /// <summary>Writes a line into a field, cut where it does not fit, at the edge where its direction begins.</summary>
    /// <param name="field">The field: one row.</param>
    /// <param name="line">The line.</param>
    /// <param name="style">The look under it: a part's role lays its own over that.</param>
    /// <param name="theme">The looks of the roles.</param>
    /// <returns>The cells that the text takes.</returns>
    public Rect Write(Rect field, RichLine line, Style style, Theme theme) => Write(field, line, Alignment.Start, style, theme);

    /// <summary>Writes a line into a field, cut where it does not fit.</summary>
    /// <param name="field">The field: one row.</param>
    /// <param name="line">The line.</param>
    /// <param name="alignment">Where it stands in the field.</param>
    /// <param name="style">The look under it: a part's role lays its own over that.</param>
    /// <param name="theme">The looks of the roles.</param>
    /// <returns>The cells that the text takes.</returns>
    public Rect Write(Rect field, RichLine line, Alignment alignment, Style style, Theme theme)
    {
        if (field.Width <= 0 || line.Text.Length == 0)
            return field with { Width = 0 };

        if (line.Text.Length <= field.Width && line.Direction != Direction.RightToLeft && Ascii.IsAll(line.Text))
            return WritePlain(field, line, alignment, style, theme);

        var laid = Lines.Fit(line.Text, line.Direction, field.Width, theme.Glyphs.Ellipsis);
        var left = field.X + LeftIn(field.Width, laid, alignment);
        Inside(field).Write(left - field.X, 0, laid, line, style, theme);
        return new Rect(left, field.Y, laid.Width, 1);
    }

    /// <summary>Writes a line that was laid out before, or a part of it, such as one of the rows into which it was broken.</summary>
    /// <param name="x">The column of its left end; it may lie outside.</param>
    /// <param name="y">The row.</param>
    /// <param name="laid">What was laid out of the line's text.</param>
    /// <param name="line">The line.</param>
    /// <param name="style">The look under it: a part's role lays its own over that.</param>
    /// <param name="theme">The looks of the roles.</param>
    public void Write(int x, int y, TextLine laid, RichLine line, Style style, Theme theme)
    {
        if (!Shows(y))
            return;

        var last = -1;
        var look = style;
        foreach (var cluster in laid)
        {
            var part = line.SegmentAt(cluster.Index);
            if (part != last && part >= 0)
                look = Over(style, line.Parts[part], theme);

            last = part;
            Put(x + cluster.Column, y, cluster.Text, cluster.Width, look);
        }
    }

    /// <summary>Lays one look over another: a colour that is not the terminal's own replaces, attributes are added.</summary>
    /// <param name="under">What is below.</param>
    /// <param name="over">What is laid over it.</param>
    public static Style Over(Style under, Style over) => new()
    {
        Foreground = over.Foreground == Color.Default ? under.Foreground : over.Foreground,
        Background = over.Background == Color.Default ? under.Background : over.Background,
        Attributes = under.Attributes | over.Attributes,
        Link = over.Link == 0 ? under.Link : over.Link,
    };

    // Nothing to lay out, to order or to keep.
    private Rect WritePlain(Rect field, RichLine line, Alignment alignment, Style style, Theme theme)
    {
        var free = field.Width - line.Text.Length;
        var x = field.X + (alignment == Alignment.Start ? 0 : alignment == Alignment.Center ? free / 2 : free);
        var taken = field with { X = x, Width = line.Text.Length };
        foreach (var segment in line.Parts)
            x += Write(x, field.Y, segment.Text, Over(style, segment, theme));

        return taken;
    }

    private static int LeftIn(int width, TextLine line, Alignment alignment) => alignment switch
    {
        Alignment.Center => (width - line.Width) / 2,
        Alignment.Start => line.Direction == Direction.RightToLeft ? width - line.Width : 0,
        _ => line.Direction == Direction.RightToLeft ? 0 : width - line.Width,
    };

    // What is plain takes the look below, so that a selected row looks selected to its end.
    private static Style Over(Style style, Segment segment, Theme theme)
    {
        var look = segment.Role == Roles.Text ? style : Over(style, theme[segment.Role]);
        return segment.Attributes == Attributes.None ? look : look with { Attributes = look.Attributes | segment.Attributes };
    }
}
