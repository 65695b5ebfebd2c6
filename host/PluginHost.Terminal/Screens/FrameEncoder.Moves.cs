namespace PluginHost.Terminal;

public sealed partial class FrameEncoder
{
    private const int Unknown = -1;
    private const int LongestGap = 4;

    private void MoveTo(ReadOnlySpan<Cell> row, int x, int y)
    {
        Touch();
        if (_y != y)
        {
            Jump(x, y);
            return;
        }

        if (_x == x)
            return;

        if (_x == Unknown)
            Column(x);
        else if (x < _x)
            Column(x);
        else if (!WriteGap(row[_x..x]))
            Forward(x - _x);

        _x = x;
    }

    /// <summary>Writes what is there already, where that is shorter than stepping over it.</summary>
    private bool WriteGap(ReadOnlySpan<Cell> gap)
    {
        if (gap.Length > LongestGap)
            return false;

        foreach (var cell in gap)
        {
            if (cell is not { Width: 1, Glyph: >= ' ' and <= '~' } || !_pen.Is(cell.Style))
                return false;
        }

        foreach (var cell in gap)
            _output.Append((byte)cell.Glyph);

        return true;
    }

    private void Jump(int x, int y)
    {
        if (_x == x && _y == y)
            return;

        _output.Append("\e["u8);
        if (x > 0 || y > 0)
            _output.AppendNumber(y + 1);

        if (x > 0)
        {
            _output.Append((byte)';');
            _output.AppendNumber(x + 1);
        }

        _output.Append((byte)'H');
        (_x, _y) = (x, y);
    }

    private void Column(int x)
    {
        if (x == 0)
        {
            _output.Append((byte)'\r');
            return;
        }

        _output.Append("\e["u8);
        _output.AppendNumber(x + 1);
        _output.Append((byte)'G');
    }

    private void Forward(int columns)
    {
        _output.Append("\e["u8);
        if (columns > 1)
            _output.AppendNumber(columns);

        _output.Append((byte)'C');
    }
}
