namespace PluginHost.Terminal.Tests.Screens;

/// <summary>Draws something from numbers: the same numbers, the same drawing. So a property can be tried on any drawing.</summary>
internal static class Scribble
{
    private static readonly string[] Texts =
    [
        "plain text", "x", "blåbær", "中文字", "😀 smile", "👨‍👩‍👧‍👦", "❤️", "🇳🇴🇸🇪", "e\u0301a\u0308", "مرحبا", "   ", "a\tb", "\e[2Jx\u202E", "한국", "᠎",
    ];

    private static readonly Style[] Styles =
    [
        default,
        new() { Attributes = Attributes.Bold },
        new() { Attributes = Attributes.Dim | Attributes.Underline },
        new() { Attributes = Attributes.Squiggle | Attributes.Bold, Foreground = Color.Indexed(3) },
        new() { Foreground = Color.Rgb(10, 200, 30), Background = Color.Indexed(12) },
        new() { Background = Color.Indexed(200), Attributes = Attributes.Reverse | Attributes.Strike },
        new() { Attributes = Attributes.Italic, Foreground = Color.Indexed(9) },
    ];

    public static void Draw(CellBuffer buffer, int[] numbers)
    {
        var canvas = new Canvas(buffer);
        for (var i = 0; i + 3 < numbers.Length; i += 4)
            Draw(canvas, numbers[i], numbers[i + 1], numbers[i + 2], Pick(Styles, numbers[i + 3]), numbers[i + 3]);

        if (numbers.Length % 4 == 1)
            canvas.ShowCursor(At(numbers[0], buffer.Width), At(numbers[0] / 3, buffer.Height), (CursorShape)At(numbers[0], 4));
    }

    private static void Draw(Canvas canvas, int what, int across, int down, Style style, int more)
    {
        var (x, y) = (At(across, canvas.Width + 6) - 3, At(down, canvas.Height + 2) - 1);
        switch (At(what, 8))
        {
            case 0:
                canvas.Fill(new Rect(x, y, At(more, 9), 2), style);
                break;
            case 1:
                canvas.Tint(new Rect(x, y, At(more, 9), 2), style);
                break;
            case 2:
                canvas.Box(new Rect(x, y, At(more, 9), At(more / 5, 4)), Border.Rounded, style);
                break;
            case 3:
                canvas.Inside(new Rect(x, y, At(more, 7), 1)).Write(-1, 0, Pick(Texts, what / 8), style);
                break;
            case 4:
                canvas.Write(x, y, "linked", canvas.Link(style, $"https://example.org/{At(more, 3)}"));
                break;
            default:
                canvas.Write(x, y, Pick(Texts, what / 8), style);
                break;
        }
    }

    private static T Pick<T>(T[] from, int number) => from[At(number, from.Length)];

    private static int At(int number, int count) => (int)((uint)number % (uint)count);
}
