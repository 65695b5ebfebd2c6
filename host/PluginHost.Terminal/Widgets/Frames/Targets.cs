namespace PluginHost.Terminal;

/// <summary>Finds what a click in a line leads to.</summary>
internal static class Targets
{
    /// <summary>The target of the part at a column of a line that was drawn in a field as wide as it was then.</summary>
    public static string? At(RichLine line, int column, int width, WidgetScreen? screen)
    {
        if (screen is null || line.Text.Length == 0)
            return null;

        var laid = TextLine.Fit(line.Text, line.Direction, width, screen.Theme.Glyphs.Ellipsis, screen.Frames.Text);
        foreach (var cluster in laid)
        {
            if (column >= cluster.Column && column < cluster.Column + cluster.Width)
                return line.SegmentAt(cluster.Index) is >= 0 and var part ? line.Segments[part].Target : null;
        }

        return null;
    }
}
