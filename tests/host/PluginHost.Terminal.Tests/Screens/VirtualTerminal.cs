using System.Text;

namespace PluginHost.Terminal.Tests.Screens;

/// <summary>
/// A small model of a terminal: applies what the encoder writes. It fails on every sequence that it does not know, so nothing is sent by mistake.
/// One that is old draws rune by rune, and so disagrees about clusters.
/// </summary>
internal sealed class VirtualTerminal(int width, int height, bool isOld = false)
{
    private readonly VirtualCell[,] _cells = Blank(width, height);
    private Style _pen;
    private string _link = "";

    public int X { get; private set; }

    public int Y { get; private set; }

    public bool ShowsCursor { get; private set; } = true;

    public int CursorShape { get; private set; }

    public bool WasLastCellWritten { get; private set; }

    public VirtualCell this[int x, int y] => _cells[x, y];

    public void Apply(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        for (var i = 0; i < text.Length;)
        {
            var end = text.AsSpan(i).IndexOfAny('\e', '\b', '\r');
            var plain = end < 0 ? text[i..] : text.Substring(i, end);
            Print(plain);
            i += plain.Length;
            if (i < text.Length)
                i += Obey(text, i);
        }
    }

    private static VirtualCell[,] Blank(int width, int height)
    {
        var cells = new VirtualCell[width, height];
        for (var x = 0; x < width; x++)
        {
            for (var y = 0; y < height; y++)
                cells[x, y] = VirtualCell.Blank;
        }

        return cells;
    }

    private void Print(string text)
    {
        if (!isOld)
        {
            foreach (var cluster in new TextWalker(text, int.MaxValue, new TextOptions()))
                Put(cluster.Text.ToString(), cluster.Width);

            return;
        }

        foreach (var rune in text.EnumerateRunes())
            Put(rune.ToString(), TextWidth.Of(rune.ToString(), new TextOptions()));
    }

    private void Put(string glyph, int columns)
    {
        // Joiners and selectors by themselves.
        if (columns == 0)
            return;

        if (X + columns > width)
            X = width - columns;

        WasLastCellWritten |= Y == height - 1 && X + columns == width;
        Cut(X);
        Cut(X + columns);
        _cells[X, Y] = new VirtualCell(glyph, columns, _pen, _link);
        if (columns == 2)
            _cells[X + 1, Y] = new VirtualCell("", 0, _pen, _link);

        // Wrapping is off: the cursor stays on the last column.
        X = Math.Min(X + columns, width - 1);
    }

    // What is left of a wide glyph that is overwritten from here on, or up to here, is a blank.
    private void Cut(int x)
    {
        if (x > 0 && x < width && _cells[x, Y].Width == 0)
        {
            _cells[x - 1, Y] = _cells[x - 1, Y] with { Glyph = " ", Width = 1 };
            _cells[x, Y] = _cells[x, Y] with { Glyph = " ", Width = 1 };
        }
    }

    private int Obey(string text, int start)
    {
        switch (text[start])
        {
            case '\b':
                X = Math.Max(0, X - 1);
                return 1;
            case '\r':
                X = 0;
                return 1;
        }

        if (text[start + 1] == ']')
        {
            var stop = text.IndexOf("\e\\", start, StringComparison.Ordinal);
            var parts = text[(start + 2)..stop].Split(';', 3);
            parts[0].ShouldBe("8");
            _link = parts[2];
            return stop + 2 - start;
        }

        text[start + 1].ShouldBe('[');
        var last = start + 2;
        while (text[last] < '@')
            last++;

        Control(text[(start + 2)..last], text[last]);
        return last + 1 - start;
    }

    private void Control(string body, char final)
    {
        switch (final, body)
        {
            case ('h' or 'l', "?2026"):
                break;
            case ('h' or 'l', "?25"):
                ShowsCursor = final == 'h';
                break;
            case ('q', _):
                CursorShape = int.Parse(body.TrimEnd());
                break;
            case ('H', _):
                var place = body.Split(';');
                Y = Number(place[0]) - 1;
                X = place.Length > 1 ? Number(place[1]) - 1 : 0;
                break;
            case ('G', _):
                X = Number(body) - 1;
                break;
            case ('C', _):
                X = Math.Min(width - 1, X + Number(body));
                break;
            case ('K', ""):
                Erase(X, Y);
                break;
            case ('J', "2"):
                for (var y = 0; y < height; y++)
                    Erase(0, y);

                break;
            case ('m', _):
                _pen = VirtualPen.Apply(_pen, body);
                break;
            default:
                throw new InvalidOperationException($"The terminal does not know CSI {body} {final}.");
        }

        (X, Y).ShouldBe((Math.Clamp(X, 0, width - 1), Math.Clamp(Y, 0, height - 1)));
    }

    private void Erase(int from, int y)
    {
        Cut(from);
        for (var x = from; x < width; x++)
            _cells[x, y] = VirtualCell.Blank with { Style = new Style { Background = _pen.Background } };
    }

    private static int Number(string text) => text.Length == 0 ? 1 : int.Parse(text);
}
