using System.Runtime.InteropServices;

namespace PluginHost.Terminal;

/// <summary>
/// Directions and shapes of a paragraph. One that is very long is read in parts, each with something of its neighbours, so that nobody waits for the end of a
/// million characters to see the first: an embedding that is opened a whole part earlier is not known.
/// </summary>
internal sealed class ParagraphParts(PageLine line, TextOptions options)
{
    private const int Longest = 65_536;
    private const int PartLength = 32_768;
    private const int KeptParts = 4;

    private readonly Dictionary<int, LineLayout> _parts = [];
    private Direction _direction = line.Text.Direction;

    private string Text => line.Text.Text;

    /// <summary>The layout that holds a row.</summary>
    public LineLayout Holding(int start, int end)
    {
        var part = Text.Length <= Longest || line.Kind == PageLineKind.Code ? 0 : start / PartLength;
        if (end > EndOf(part))
            return Make(part, end);

        if (_parts.TryGetValue(part, out var known))
            return known;

        if (_parts.Count >= KeptParts)
            _parts.Clear();

        return _parts[part] = Make(part, EndOf(part));
    }

    // Where a part ends, with what it knows of the next one.
    private int EndOf(int part) => Text.Length <= Longest || line.Kind == PageLineKind.Code
        ? Text.Length
        : Math.Min(Text.Length, ((part + 1) * PartLength) + (2 * PieceReader.LookAhead));

    private LineLayout Make(int part, int end)
    {
        if (line.Kind == PageLineKind.Code)
            return LineLayout.OfParts(Text, CollectionsMarshal.AsSpan(Insides()), options);

        // All of it has the direction of its beginning.
        if (part > 0 && _direction == Direction.Auto)
            _direction = Holding(0, 0).Line(0, 0, 0).Direction;

        var start = Math.Max(0, (part * PartLength) - PieceReader.LookAhead);
        if (start > 0 && char.IsLowSurrogate(Text[start]))
            start--;

        return LineLayout.Of(Text, start, end, _direction, options);
    }

    // Texts and comments in code are read in their own direction. What touches is one.
    private List<Range> Insides()
    {
        var parts = new List<Range>();
        var start = 0;
        foreach (var segment in line.Text.Segments)
        {
            var end = start + segment.Text.Length;
            if (segment.Role is Roles.CodeString or Roles.CodeComment && end > start)
            {
                if (parts.Count > 0 && parts[^1].End.Value == start)
                    parts[^1] = parts[^1].Start..end;
                else
                    parts.Add(start..end);
            }

            start = end;
        }

        return parts;
    }
}
