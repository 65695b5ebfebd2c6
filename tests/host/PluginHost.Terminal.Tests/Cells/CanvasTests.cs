namespace PluginHost.Terminal.Tests.Cells;

public sealed class CanvasTests
{
    private static readonly Style Bold = new() { Attributes = Attributes.Bold };
    private readonly CellBuffer _buffer = new(10, 3, new GlyphPool(), new LinkTable());

    private Canvas Canvas => new(_buffer);

    [Theory]
    [InlineData(0, "hello")]
    [InlineData(-2, "llo")]
    [InlineData(8, "        he")]
    [InlineData(10, "")]
    [InlineData(-5, "")]
    [InlineData(int.MinValue / 2, "")]
    public void Should_Cut_Text_Off_At_The_Edge(int x, string expected)
    {
        Canvas.Write(x, 0, "hello", default);

        Row(0).ShouldBe(expected);
    }

    [Fact]
    public void Should_Draw_Inside_A_Part_Alone()
    {
        var part = Canvas.Inside(new Rect(2, 1, 4, 1));

        part.Write(-1, 0, "abcdefgh", default);
        part.Write(0, 1, "below", default);
        part.Inside(new Rect(3, 0, 9, 9)).Write(0, 0, "XY", default);

        Text().ShouldBe("\n  bcdX\n\n");
    }

    [Theory]
    [InlineData(-1, "")]
    [InlineData(0, "中")]
    [InlineData(9, "")]
    public void Should_Blank_A_Wide_Glyph_That_The_Edge_Cuts(int x, string expected)
    {
        Canvas.Put(x, 0, "中", 2, Bold);

        Row(0).ShouldBe(expected);
        _buffer.Row(0)[Math.Clamp(x, 0, 9)].Style.ShouldBe(Bold);
    }

    [Theory]
    [InlineData(2, "  x")]
    [InlineData(3, "   x")]
    public void Should_Blank_The_Other_Half_Of_A_Wide_Glyph_That_Is_Overwritten(int x, string expected)
    {
        Canvas.Write(2, 0, "中", default);

        Canvas.Write(x, 0, "x", default);

        Row(0).ShouldBe(expected);
        _buffer.Row(0).ToArray().ShouldAllBe(cell => cell.Width == 1);
    }

    [Fact]
    public void Should_Tint_Both_Halves_Of_A_Wide_Glyph_Or_None()
    {
        // Given
        Canvas.Write(0, 0, "中文", default);

        // When: from the second half of the one to the first of the other.
        Canvas.Tint(new Rect(1, 0, 2, 1), Bold);

        // Then
        _buffer.Row(0)[..4].ToArray().Select(cell => cell.Attributes).ShouldBe([Attributes.None, Attributes.None, Attributes.Bold, Attributes.Bold]);
    }

    [Fact]
    public void Should_Keep_What_A_Tint_Does_Not_Name()
    {
        Canvas.Write(0, 0, "x", new Style { Foreground = Color.Indexed(3), Attributes = Attributes.Italic });

        Canvas.Tint(Canvas.Area, new Style { Background = Color.Indexed(4), Attributes = Attributes.Bold });

        _buffer.Row(0)[0].ShouldBe(new Cell('x', 1, new Style
        {
            Foreground = Color.Indexed(3),
            Background = Color.Indexed(4),
            Attributes = Attributes.Bold | Attributes.Italic,
        }));
    }

    [Theory]
    [InlineData("a\e[31mb\a", "a␛[31mb␇")]
    [InlineData("a\u202Eb", "a⇄b")]
    [InlineData("a\tb", "a   b")]
    [InlineData("\u009B2J", "\uFFFD2J")]
    public void Should_Draw_Marks_For_What_A_Terminal_Would_Obey(string text, string expected)
    {
        Canvas.Write(0, 0, text, default);

        Row(0).ShouldBe(expected);
    }

    // Not in the theory: an attribute cannot hold half a pair.
    [Fact]
    public void Should_Draw_A_Mark_For_Half_A_Pair()
    {
        Canvas.Write(0, 0, "a\uD83Db\uDE00", default);
        Canvas.Put(5, 0, "\uD83D", 1, default);

        Row(0).ShouldBe("a\uFFFDb\uFFFD \uFFFD");
    }

    [Theory]
    [InlineData("hello", 5)]
    [InlineData("blåbær", 6)]
    [InlineData("hello blåbær", 10)]
    [InlineData("hello world and more", 10)]
    [InlineData("blå中中中中", 10)]
    [InlineData("سلام", 4)]
    public void Should_Count_Cells_No_Further_Than_They_Can_Be_Seen(string text, int expected)
    {
        Canvas.Write(0, 0, text, default).ShouldBe(expected);
        Canvas.Write(0, 3, text, default).ShouldBe(0);
        Canvas.Write(10, 0, text, default).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, "ab\tc\u0301d", "ab  c\u0301d")]
    [InlineData(-1, "ab\tcd", "b  cd")]
    [InlineData(0, "e\u0301", "e\u0301")]
    [InlineData(0, "0123456789\u0301é", "0123456789\u0301")]
    [InlineData(-3, "0123456789 é", "3456789 é")]
    public void Should_Draw_Plain_Text_And_What_Follows_It_As_One(int x, string text, string expected)
    {
        Canvas.Write(x, 0, text, default);

        Row(0).ShouldBe(expected);
    }

    [Fact]
    public void Should_Blank_A_Wide_Glyph_That_The_Edge_Cuts_In_A_Text()
    {
        Canvas.Write(0, 0, "blå中中中中", Bold);

        Row(0).ShouldBe("blå中中中");
        _buffer.Row(0)[9].ShouldBe(new Cell(' ', 1, Bold));
    }

    [Fact]
    public void Should_Show_The_Beginning_Of_A_Text_That_Runs_From_Right_To_Left_At_The_Right_Edge()
    {
        Canvas.Write(0, 0, "אבגדהוזחטיכלמ", default);
        Canvas.Write(0, 1, "- 12345678 - 12345678 אב", default);

        Row(0).ShouldBe("יטחזוהדגבא");
        Row(1).ShouldBe("12345678 -");
    }

    [Fact]
    public void Should_Lay_A_Line_Out_Once_For_All_Buffers_That_Are_Drawn_In_Turn()
    {
        // Given
        var other = new CellBuffer(10, 3, _buffer.Glyphs, _buffer.Links) { Lines = _buffer.Lines };
        Canvas.Write(0, 0, "שלום", default);

        // When
        new Canvas(other).Write(0, 0, "שלום".ToCharArray(), default);

        // Then
        _buffer.Lines.Count.ShouldBe(1);
        Snapshot.Text(other).ShouldBe(Text());
    }

    [Fact]
    public void Should_Draw_A_Box_And_Give_Its_Inside()
    {
        var inside = Canvas.Box(new Rect(0, 0, 4, 3), Border.Rounded, default);
        inside.Fill(Bold);
        inside.Write(0, 0, "abcd", default);

        Text().ShouldBe("╭──╮\n│ab│\n╰──╯\n");
        (inside.Width, inside.Height).ShouldBe((2, 1));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(4, 1)]
    [InlineData(0, 0)]
    [InlineData(-2, 2)]
    public void Should_Bear_A_Box_Without_Room(int width, int height) =>
        Should.NotThrow(() => Canvas.Box(new Rect(0, 0, width, height), Border.Light, default).Write(0, 0, "x", default));

    [Fact]
    public void Should_Show_A_Cursor_Only_Where_It_Can_Be_Seen()
    {
        Canvas.Inside(new Rect(0, 0, 2, 2)).ShowCursor(5, 0, CursorShape.Bar);
        _buffer.Cursor.ShouldBe(Cursor.Hidden);

        Canvas.Inside(new Rect(1, 1, 2, 2)).ShowCursor(1, 0, CursorShape.Bar);
        _buffer.Cursor.ShouldBe(new Cursor(2, 1, CursorShape.Bar));
    }

    [Fact]
    public void Should_Draw_A_Line_Of_A_Million_Characters_Without_Reading_It_To_Its_End()
    {
        var (latin, arabic) = (new string('æ', 1_000_000), new string('م', 1_000_000));
        Canvas.Write(0, 0, latin.AsSpan(0, 100), default);
        Canvas.Write(0, 1, arabic.AsSpan(0, 100), default);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Canvas.Write(0, 0, latin, default);
        Canvas.Write(0, 1, arabic, default);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Row(0).ShouldBe(new string('æ', 10));
        Row(1).Length.ShouldBe(10);
        allocated.ShouldBeLessThan(100_000);
    }

    private string Text() => Snapshot.Text(_buffer);

    private string Row(int y) => Text().Split('\n')[y];
}
