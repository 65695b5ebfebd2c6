namespace PluginHost.Terminal;

/// <summary>Breaks lines whose parts have roles.</summary>
internal static class RichWrap
{
    public static List<RichLine> Of(IReadOnlyList<RichLine> lines, int width, TextOptions options)
    {
        var wrapped = new List<RichLine>();
        foreach (var line in lines)
        {
            foreach (var row in TextWrap.Of(line.Text, line.Direction, width, options))
                wrapped.Add(Part(line, row.Start, row.End, row.Direction));
        }

        return wrapped;
    }

    private static RichLine Part(RichLine line, int start, int end, Direction direction)
    {
        var parts = new List<Segment>();
        var offset = 0;
        foreach (var segment in line.Segments)
        {
            var (from, to) = (Math.Max(start, offset), Math.Min(end, offset + segment.Text.Length));
            if (from < to)
                parts.Add(segment with { Text = segment.Text[(from - offset)..(to - offset)] });

            offset += segment.Text.Length;
        }

        if (parts.Count > 0)
            parts[^1] = parts[^1] with { Text = parts[^1].Text.TrimEnd() };

        return RichLine.Of(direction, [.. parts]);
    }
}
