using System.Runtime.InteropServices;

namespace PluginHost.Terminal;

/// <summary>Lays out one paragraph: its levels are found once, and lines are taken from it.</summary>
internal sealed class LineLayout
{
    private readonly string _text;
    private readonly int _start;
    private readonly TextOptions _options;
    private readonly byte[] _levels = []; // Of each character of the paragraph; empty where all are 0.
    private readonly char[] _drawn = []; // The paragraph, shaped and mirrored; empty where it is drawn as it is.

    public LineLayout(string text, int start, int end, Direction direction, TextOptions options)
    {
        (_text, _start, _options) = (text, start, options);
        var paragraph = text.AsSpan(start, end - start);
        Direction = Direction.LeftToRight;
        if (direction != Direction.RightToLeft && !Bidi.IsNeededFor(paragraph))
            return;

        _levels = new byte[paragraph.Length];
        Direction = Bidi.Resolve(paragraph, direction, _levels) == 0 ? Direction.LeftToRight : Direction.RightToLeft;
        _drawn = paragraph.ToArray();
        if (options.Reorder)
            Bidi.Mirror(_drawn, _levels);

        if (options.ShapeArabic)
            ArabicShaper.Shape(_drawn, _levels);
    }

    public Direction Direction { get; }

    private byte BaseLevel => (byte)(Direction == Direction.RightToLeft ? 1 : 0);

    /// <summary>One line of the paragraph.</summary>
    /// <param name="start">Where it begins in the text.</param>
    /// <param name="end">Where it ends.</param>
    public TextLine Line(int start, int end)
    {
        if (_levels.Length > 0)
            Bidi.EndLine(_text.AsSpan(start, end - start), _levels.AsSpan(start - _start, end - start), BaseLevel);

        var pieces = Read(start, end);
        var places = _options.Reorder ? VisualOrder.Arrange(pieces) : null;
        return new TextLine(_text, start, end, Direction, _options, pieces.ToArray(), places, _drawn);
    }

    private Span<Piece> Read(int start, int end)
    {
        var pieces = new List<Piece>(Math.Min(end - start, 256));
        var text = _text.AsSpan(0, end);
        var column = 0;
        for (var index = start; index < end;)
        {
            var piece = PieceReader.Read(text, index, column, _options);
            if (_levels.Length > 0)
            {
                piece.Level = _levels[index - _start];
                if (piece.From == DrawnFrom.Text)
                    (piece.From, piece.DrawnAt) = (DrawnFrom.Line, index - _start);
            }

            piece.Column = column;
            pieces.Add(piece);
            index += piece.Length;
            column += piece.Width;
        }

        return CollectionsMarshal.AsSpan(pieces);
    }
}
