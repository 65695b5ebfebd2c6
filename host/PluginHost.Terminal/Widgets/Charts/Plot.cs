namespace PluginHost.Terminal;

/// <summary>Lines on a grid of dots: two by four in a cell where there is Braille, one where there is not.</summary>
internal sealed class Plot
{
    private readonly PlotCell[] _cells;
    private readonly int _across; // Dots in a cell.
    private readonly int _down;

    public Plot(int width, int height, bool hasBraille)
    {
        (Width, Height) = (width, height);
        (_across, _down) = hasBraille ? (2, 4) : (1, 1);
        _cells = new PlotCell[width * height];
    }

    public int Width { get; }

    public int Height { get; }

    public PlotCell this[int x, int y] => _cells[(y * Width) + x];

    /// <summary>The column of one of some points.</summary>
    public int ColumnOf(int point, int points) => DotOf(point, points) / _across;

    /// <summary>The row of a value.</summary>
    public int RowOf(double at) => DotOf(at) / _down;

    /// <summary>Draws the values of a series; what is missing parts the line.</summary>
    public void Draw(IReadOnlyList<double?> values, int points, in ChartScale scale, byte series)
    {
        (int X, int Y)? last = null;
        for (var i = 0; i < values.Count; i++)
        {
            if (ChartNumbers.Of(values[i]) is not { } value)
            {
                last = null;
                continue;
            }

            var (x, y) = (DotOf(i, points), DotOf(scale.At(value)));
            Line(last ?? (x, y), (x, y), series);
            last = (x, y);
        }
    }

    private int DotOf(int point, int points) => points <= 1
        ? Width * _across / 2
        : (int)Math.Round((double)point * ((Width * _across) - 1) / (points - 1));

    private int DotOf(double at) => (int)Math.Round((1 - at) * ((Height * _down) - 1));

    private void Line((int X, int Y) from, (int X, int Y) to, byte series)
    {
        var steps = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        for (var i = 0; i <= steps; i++)
        {
            var part = steps == 0 ? 0 : (double)i / steps;
            Set((int)Math.Round(from.X + ((to.X - from.X) * part)), (int)Math.Round(from.Y + ((to.Y - from.Y) * part)), series);
        }
    }

    private void Set(int x, int y, byte series)
    {
        ref var cell = ref _cells[(y / _down * Width) + (x / _across)];
        cell.Dots |= _down == 1 ? (byte)1 : DotAt(x % 2, y % 4);
        cell.Series = series;
    }

    // Braille counts 1 2 3 7 down the left, 4 5 6 8 down the right.
    private static byte DotAt(int x, int y) => (byte)(y == 3 ? 0x40 << x : 1 << (y + (3 * x)));
}
