namespace PluginHost.Terminal;

/// <summary>
/// One line of text whose parts have roles. It is one text for the bidirectional algorithm, whatever its parts look like. It never changes; who shows the
/// same line in every frame keeps it.
/// </summary>
public sealed class RichLine
{
    private readonly Segment[] _segments;
    private readonly int[] _ends;

    private RichLine(string text, Segment[] segments, int[] ends, Direction direction) =>
        (Text, _segments, _ends, Direction) = (text, segments, ends, direction);

    /// <summary>A line without text.</summary>
    public static RichLine Empty { get; } = Of("");

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The direction of its field.</summary>
    public Direction Direction { get; }

    /// <summary>The parts, in the order of the text.</summary>
    public IReadOnlyList<Segment> Segments => _segments;

    internal ReadOnlySpan<Segment> Parts => _segments;

    /// <summary>Makes one of a text that looks as text does.</summary>
    /// <param name="text">The text.</param>
    public static RichLine Of(string text) => Of(text, Roles.Text);

    /// <summary>Makes one of a text with one role.</summary>
    /// <param name="text">The text.</param>
    /// <param name="role">Its role.</param>
    public static RichLine Of(string text, string role) => Of(Direction.Auto, new Segment(text, role));

    /// <summary>Makes one of parts, in the direction of the first strong character.</summary>
    /// <param name="segments">The parts.</param>
    public static RichLine Of(params ReadOnlySpan<Segment> segments) => Of(Direction.Auto, segments);

    /// <summary>Makes one of parts.</summary>
    /// <param name="direction">The direction of the field.</param>
    /// <param name="segments">The parts.</param>
    public static RichLine Of(Direction direction, params ReadOnlySpan<Segment> segments)
    {
        var ends = new int[segments.Length];
        var length = 0;
        for (var i = 0; i < ends.Length; i++)
            ends[i] = length += segments[i].Text.Length;

        var text = segments.Length == 1 ? segments[0].Text : string.Concat(segments.ToArray().Select(segment => segment.Text));
        return new RichLine(text, segments.ToArray(), ends, direction);
    }

    /// <summary>A text is a line that looks as text does.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator RichLine(string text) => Of(text);

    /// <summary>The part that holds a place in the text.</summary>
    /// <param name="index">The place.</param>
    /// <returns>Its place among the parts; the last one behind the end; -1 where there is none.</returns>
    public int SegmentAt(int index)
    {
        var (low, high) = (0, _ends.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (index < _ends[middle])
                high = middle;
            else
                low = middle + 1;
        }

        return high;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
