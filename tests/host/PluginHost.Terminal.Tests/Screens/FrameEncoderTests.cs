using System.Text;

namespace PluginHost.Terminal.Tests.Screens;

public sealed class FrameEncoderTests
{
    private readonly GlyphPool _glyphs = new();
    private readonly LinkTable _links = new();

    [Theory]
    [InlineData(160, 45)]
    [InlineData(300, 80)]
    public void Should_Send_A_Typed_Character_In_A_Hundred_Bytes(int width, int height)
    {
        var bytes = Change(width, height, canvas =>
        {
            canvas.Put(width - 20, height - 2, "x", 1, new Style { Foreground = Color.Rgb(200, 210, 220), Background = Color.Rgb(30, 30, 30) });
            canvas.ShowCursor(width - 19, height - 2, CursorShape.Bar);
        });

        bytes.Length.ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void Should_Send_A_Changed_Row_In_Two_Hundred_Bytes()
    {
        var bytes = Change(160, 45, canvas => canvas.Write(0, 20, new string('x', 160), new Style { Foreground = Color.Rgb(1, 2, 3) }));

        bytes.Length.ShouldBeLessThanOrEqualTo(200);
    }

    [Fact]
    public void Should_Erase_A_Row_Instead_Of_Writing_Blanks() =>
        Bytes(canvas => canvas.Write(0, 0, new string('x', 40), default), _ => { }).ShouldBe("\e[?2026h\e[H\e[K\e[?2026l");

    [Fact]
    public void Should_Write_A_Small_Gap_And_Step_Over_A_Large_One()
    {
        var text = Bytes(canvas => canvas.Write(0, 0, "abcdefghijklmnopqrstuvwxyz", default), canvas => canvas.Write(0, 0, "AbcDefghijklmnopqrstuvwxyZ", default));

        text.ShouldBe("\e[?2026h\e[HAbcD\e[21CZ\e[?2026l");
    }

    [Fact]
    public void Should_Allocate_Nothing_Once_It_Has_Grown()
    {
        // Given
        using var encoder = new FrameEncoder(_glyphs, _links, TerminalCapabilities.Full);
        var (one, other) = (Buffer(160, 45), Buffer(160, 45));
        for (var y = 0; y < 45; y++)
        {
            new Canvas(one).Write(0, y, $"row {y} æøå 👨‍👩‍👧‍👦", new Style { Foreground = Color.Rgb((byte)y, 2, 3) });
            new Canvas(other).Write(3, y, $"other {y} 中文", new Style { Attributes = Attributes.Bold });
        }

        encoder.EncodeWhole(Buffer(160, 45), one);
        encoder.Encode(one, other);
        encoder.Encode(other, one);

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sent = encoder.Encode(one, other).Length + encoder.Encode(other, one).Length;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Then
        allocated.ShouldBe(0);
        sent.ShouldBeGreaterThan(1000);
    }

    [Theory]
    [InlineData(ColorDepth.TrueColor, "\e[38;2;255;0;0;48;2;0;0;95m")]
    [InlineData(ColorDepth.Palette, "\e[38;5;196;48;5;17m")]
    [InlineData(ColorDepth.Sixteen, "\e[91;44m")]
    public void Should_Come_As_Near_To_A_Colour_As_The_Terminal_Can(ColorDepth depth, string expected)
    {
        var style = new Style { Foreground = Color.Rgb(255, 0, 0), Background = depth == ColorDepth.Sixteen ? Color.Rgb(0, 0, 230) : Color.Rgb(0, 0, 95) };

        Bytes(_ => { }, canvas => canvas.Write(0, 0, "x", style), TerminalCapabilities.Full with { Colors = depth }).ShouldContain(expected);
    }

    [Fact]
    public void Should_Send_No_Colour_Where_None_Is_Wanted()
    {
        var style = new Style { Foreground = Color.Rgb(255, 0, 0), Background = Color.Indexed(4), Attributes = Attributes.Bold };

        var text = Bytes(_ => { }, canvas => canvas.Write(0, 0, "x", style), TerminalCapabilities.Full with { Colors = ColorDepth.None });

        text.ShouldBe("\e[?2026h\e[H\e[1mx\e[?2026l");
    }

    [Fact]
    public void Should_Send_No_Control_Character_Whatever_A_Cell_Holds()
    {
        using var encoder = new FrameEncoder(_glyphs, _links, TerminalCapabilities.Full);
        var after = Buffer(40, 3);
        int[] hostile = [0x1B, 0x07, 0x9B, 0xD800, 0x7F, 0, 0x110000];
        for (var i = 0; i < hostile.Length; i++)
            after.Row(0)[i] = new Cell(hostile[i], 1, default);

        Encoding.UTF8.GetString(encoder.Encode(Buffer(40, 3), after)).ShouldBe("\e[?2026h\e[H\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\e[?2026l");
    }

    [Theory]
    [InlineData("https://example.org/\e]0;x\a")]
    [InlineData("https://example.org/a b")]
    [InlineData("https://example.org/æ")]
    public void Should_Send_No_Link_That_Could_Break_Out(string address) =>
        Bytes(_ => { }, canvas => canvas.Write(0, 0, "x", canvas.Link(default, address))).ShouldBe("\e[?2026h\e[Hx\e[?2026l");

    [Fact]
    public void Should_Hide_The_Cursor_While_It_Draws_Where_A_Frame_Is_Not_Shown_At_Once()
    {
        var capabilities = TerminalCapabilities.Full with { HasSynchronizedOutput = false };

        var text = Bytes(canvas => canvas.ShowCursor(5, 1, CursorShape.Default), canvas =>
        {
            canvas.Write(0, 0, "x", default);
            canvas.ShowCursor(5, 1, CursorShape.Default);
        }, capabilities);

        text.ShouldBe("\e[?25l\e[Hx\e[2;6H\e[?25h");
    }

    [Theory]
    [InlineData(0, "\u0378", "\e[?2026h\e[H \b\u0378\e[2Gx\e[?2026l")]
    [InlineData(0, "\uE000", "\e[?2026h\e[H \b\uE000\e[2Gx\e[?2026l")]
    [InlineData(39, "\u0378", "\e[?2026h\e[1;40H \e[40G\u0378\e[?2026l")]
    [InlineData(38, "👩‍🚀", "\e[?2026h\e[1;39H  \e[39G👩‍🚀\e[?2026l")]
    public void Should_Leave_Nothing_Of_What_Was_There_Where_The_Terminal_May_Not_Know_A_Character(int x, string text, string bytes)
    {
        var capabilities = TerminalCapabilities.Full with { AgreesOnClusters = false };

        Bytes(_ => { }, canvas => canvas.Write(x, 0, text + "x", default), capabilities).ShouldBe(bytes);
    }

    [Fact]
    public void Should_Refuse_Buffers_That_Do_Not_Fit()
    {
        using var encoder = new FrameEncoder(_glyphs, _links, TerminalCapabilities.Full);

        Should.Throw<ArgumentException>(() => encoder.Encode(Buffer(10, 3), Buffer(11, 3)));
        Should.Throw<ArgumentException>(() => encoder.Encode(Buffer(10, 3), new CellBuffer(10, 3, new GlyphPool(), _links)));
    }

    [Fact]
    public void Should_Show_The_Same_After_The_Pool_Was_Trimmed()
    {
        // Given
        using var encoder = new FrameEncoder(_glyphs, _links, TerminalCapabilities.Full);
        var (shown, next) = (Buffer(40, 3), Buffer(40, 3));
        for (var i = 0; i < 50; i++)
            _glyphs.GlyphOf($"e{(char)(0x300 + i)}");

        new Canvas(shown).Write(0, 0, "e\u0301 and o\u0308", default);

        // When
        _glyphs.Trim(shown);
        new Canvas(next).Write(0, 0, "e\u0301 and o\u0308", default);

        // Then
        _glyphs.Count.ShouldBe(2);
        encoder.Encode(shown, next).Length.ShouldBe(0);
    }

    private CellBuffer Buffer(int width, int height) => new(width, height, _glyphs, _links);

    private byte[] Change(int width, int height, Action<Canvas> draw)
    {
        using var encoder = new FrameEncoder(_glyphs, _links, TerminalCapabilities.Full);
        var after = Buffer(width, height);
        draw(new Canvas(after));
        return encoder.Encode(Buffer(width, height), after).ToArray();
    }

    private string Bytes(Action<Canvas> before, Action<Canvas> after, TerminalCapabilities? capabilities = null)
    {
        using var encoder = new FrameEncoder(_glyphs, _links, capabilities ?? TerminalCapabilities.Full);
        var (blank, one, other) = (Buffer(40, 3), Buffer(40, 3), Buffer(40, 3));
        before(new Canvas(one));
        after(new Canvas(other));

        // The first frame ends in the last row, so that the expected bytes do not depend on what else it shows.
        one.Row(2)[39] = other.Row(2)[39] = new Cell('.', 1, default);
        encoder.EncodeWhole(blank, one);
        return Encoding.UTF8.GetString(encoder.Encode(one, other));
    }
}
