using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Terminal.Tests.Screens;

/// <summary>Whatever is drawn after whatever: the bytes between two frames turn the one into the other.</summary>
public sealed class FrameEncoderProperties
{
    private const int Width = 24;
    private const int Height = 5;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Should_Turn_Any_Frame_Into_Any_Other(bool isSynchronized) => Check((first, second, third) =>
    {
        var capabilities = TerminalCapabilities.Full with { HasSynchronizedOutput = isSynchronized };
        var (terminal, shown) = Show(capabilities, isOld: false, [first, second, third]);
        MustShow(terminal, shown, (_, _) => true);
    });

    [Fact]
    public void Should_Leave_Nothing_Stale_On_A_Terminal_That_Disagrees_About_Clusters() => Check((first, second, third) =>
    {
        var (terminal, shown) = Show(TerminalCapabilities.Full with { AgreesOnClusters = false }, isOld: true, [first, second, third]);
        MustShow(terminal, shown, (x, y) => !IsOfCluster(shown, x, y));
    });

    [Fact]
    public void Should_Never_Write_The_Last_Cell_Where_The_Terminal_Wraps() => Check((first, second, third) =>
    {
        var (terminal, _) = Show(TerminalCapabilities.Full with { CanStopWrapping = false }, isOld: false, [first, second, third]);
        terminal.WasLastCellWritten.ShouldBeFalse();
    });

    [Fact]
    public void Should_Send_Nothing_Where_Nothing_Changed() => Check((first, _, _) =>
    {
        var (glyphs, links) = (new GlyphPool(), new LinkTable());
        using var encoder = new FrameEncoder(glyphs, links, TerminalCapabilities.Full);
        var (before, after) = (new CellBuffer(Width, Height, glyphs, links), new CellBuffer(Width, Height, glyphs, links));
        Scribble.Draw(after, first);
        encoder.EncodeWhole(before, after);

        encoder.Encode(after, after).Length.ShouldBe(0);
    });

    private static void Check(Action<int[], int[], int[]> property) =>
        Prop.ForAll<int[], int[], int[]>(property).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(120));

    private static (VirtualTerminal Terminal, CellBuffer Shown) Show(TerminalCapabilities capabilities, bool isOld, int[][] drawings)
    {
        var (glyphs, links) = (new GlyphPool(), new LinkTable());
        using var encoder = new FrameEncoder(glyphs, links, capabilities);
        var terminal = new VirtualTerminal(Width, Height, isOld);
        var (before, after) = (new CellBuffer(Width, Height, glyphs, links), new CellBuffer(Width, Height, glyphs, links));
        for (var i = 0; i < drawings.Length; i++)
        {
            after.Clear(default);
            Scribble.Draw(after, drawings[i]);
            terminal.Apply(i == 0 ? encoder.EncodeWhole(before, after) : encoder.Encode(before, after));
            (before, after) = (after, before);
        }

        return (terminal, before);
    }

    private static void MustShow(VirtualTerminal terminal, CellBuffer shown, Func<int, int, bool> where)
    {
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                if (where(x, y))
                    terminal[x, y].ShouldBe(Expected(shown, x, y), $"at {x},{y}");
            }
        }

        terminal.ShowsCursor.ShouldBe(shown.Cursor.IsVisible);
        if (shown.Cursor.IsVisible)
            (terminal.X, terminal.Y).ShouldBe((shown.Cursor.X, shown.Cursor.Y));
    }

    private static VirtualCell Expected(CellBuffer buffer, int x, int y)
    {
        var cell = buffer.Row(y)[x];
        var attributes = cell.Attributes.HasFlag(Attributes.Squiggle) ? cell.Attributes & ~Attributes.Underline : cell.Attributes;
        var style = cell.Style with { Link = 0, Attributes = attributes };
        return new VirtualCell(Snapshot.Glyph(buffer, cell), cell.Width, style, buffer.Links.AddressOf(cell.Style.Link));
    }

    private static bool IsOfCluster(CellBuffer buffer, int x, int y)
    {
        var row = buffer.Row(y);
        return row[x].Glyph < 0 || (row[x].Width == 0 && row[x - 1].Glyph < 0);
    }
}
