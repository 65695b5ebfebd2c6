using System.Runtime.InteropServices;

namespace PluginHost.Terminal;

/// <summary>Lays out one paragraph: its levels are found once, and lines are taken from it.</summary>
internal sealed class LineLayout
{
    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private readonly TextOptions _options;
    private byte _baseLevel;
    private byte[] _levels = []; // Of each character of the paragraph; empty where all are 0.
    private char[] _drawn = []; // The paragraph, shaped and mirrored; empty where it is drawn as it is.

    private LineLayout(string text, int start, int end, TextOptions options) => (_text, _start, _end, _options) = (text, start, end, options);

    private Direction Direction => _baseLevel == 0 ? Direction.LeftToRight : Direction.RightToLeft;

    /// <summary>Prepares a paragraph.</summary>
    public static LineLayout Of(string text, int start, int end, Direction direction, TextOptions options)
    {
        var layout = new LineLayout(text, start, end, options);
        layout._baseLevel = layout.Resolve(start, end, direction);
        return layout;
    }

    /// <summary>Prepares a line that runs from left to right, but for some parts of it, each of which is read by itself.</summary>
    public static LineLayout OfParts(string text, ReadOnlySpan<Range> parts, TextOptions options)
    {
        var layout = new LineLayout(text, 0, text.Length, options);
        foreach (var part in parts)
        {
            var (start, length) = part.GetOffsetAndLength(text.Length);
            layout.Resolve(start, start + length, Direction.Auto);
        }

        return layout;
    }

    /// <summary>One line of the paragraph.</summary>
    /// <param name="start">Where it begins in the text.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="columns">From where on blanks hang over the edge, and take no cell.</param>
    public TextLine Line(int start, int end, int columns)
    {
        if (_levels.Length > 0)
            Bidi.EndLine(_text.AsSpan(start, end - start), _levels.AsSpan(start - _start, end - start), _baseLevel);

        return Arrange(start, end, columns);
    }

    /// <summary>The beginning of the paragraph, cut off where the line does not end.</summary>
    /// <param name="end">Where it is cut.</param>
    public TextLine Beginning(int end) => Arrange(_start, end, int.MaxValue);

    private byte Resolve(int start, int end, Direction direction)
    {
        var part = _text.AsSpan(start, end - start);
        if (direction != Direction.RightToLeft && !Bidi.IsNeededFor(part))
            return 0;

        if (_levels.Length == 0)
            (_levels, _drawn) = (new byte[_end - _start], _text.AsSpan(_start, _end - _start).ToArray());

        var levels = _levels.AsSpan(start - _start, part.Length);
        var drawn = _drawn.AsSpan(start - _start, part.Length);
        var level = Bidi.Resolve(part, direction, levels);
        if (_options.Reorder)
            Bidi.Mirror(drawn, levels);

        if (_options.ShapeArabic)
            ArabicShaper.Shape(drawn, levels);

        return level;
    }

    private TextLine Arrange(int start, int end, int columns)
    {
        if (_levels.Length == 0 && end - start <= columns && Ascii.IsAll(_text.AsSpan(start, end - start)))
            return new TextLine(_text, start, end, Direction, _options);

        var pieces = CollectionsMarshal.AsSpan(Read(start, end, columns));
        var places = _options.Reorder ? VisualOrder.Arrange(pieces) : null;
        return new TextLine(_text, start, end, Direction, _options, pieces.ToArray(), places, _drawn);
    }

    private List<Piece> Read(int start, int end, int columns)
    {
        var pieces = new List<Piece>(Math.Min(end - start, 256));
        var text = _text.AsSpan(0, end);
        var column = 0;
        for (var index = start; index < end;)
        {
            var piece = PieceReader.Read(text, index, column, _options);
            if (piece.Width > columns - column && text[index] is ' ' or '\t')
                piece = Piece.OfSign(index, piece.Length, 0, 0, 0);

            if (_levels.Length > 0)
            {
                piece.Level = _levels[index - _start];
                if (piece.From == DrawnFrom.Text)
                    (piece.From, piece.DrawnAt) = (DrawnFrom.Line, index - _start);
            }

            index += piece.Length;
            for (var cells = piece.IsTab ? piece.Width : 1; cells > 0; cells--)
            {
                pieces.Add((piece.IsTab ? piece.OneCell() : piece) with { Column = column });
                column += pieces[^1].Width;
            }
        }

        return pieces;
    }
}
