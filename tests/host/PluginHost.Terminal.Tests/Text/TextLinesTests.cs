namespace PluginHost.Terminal.Tests.Text;

public sealed class TextLinesTests
{
    private static readonly TextOptions Options = new();

    [Fact]
    public void Should_Allocate_Nothing_For_A_Frame_In_Which_Nothing_Changed()
    {
        // Given
        var lines = new TextLines(Options);
        string[] texts = ["plain", "سلام", "中文 👨‍👩‍👧", new string('x', 100_000)];
        Draw(lines, texts);

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        var cells = Draw(lines, texts);

        // Then
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        cells.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Should_Walk_Without_Allocation()
    {
        // Given
        const string text = "héllo 中文 👨‍👩‍👧 \u001B[0m\ttab";
        Walk(text);

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        var cells = Walk(text);

        // Then
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        cells.ShouldBe(TextWidth.Of(text, Options));
    }

    [Fact]
    public void Should_Give_The_Same_Line_Again_And_Another_For_Another_Field()
    {
        // Given
        var lines = new TextLines(Options);
        var line = lines.Fit("abcdef", Direction.Auto, 4, "…");

        // Then
        lines.Fit(new string("abcdef".AsSpan()), Direction.Auto, 4, "…").ShouldBeSameAs(line);
        lines.Fit("abcdef", Direction.Auto, 5, "…").Width.ShouldBe(5);
        lines.Fit("abcdef", Direction.Auto, 4, "").ShouldNotBeSameAs(line);
        lines.Of("abcdef", Direction.Auto).Width.ShouldBe(6);
        lines.Of("abcdef", Direction.RightToLeft).Direction.ShouldBe(Direction.RightToLeft);
    }

    [Fact]
    public void Should_Let_Go_What_Is_Not_Asked_For_And_Keep_What_Is()
    {
        // Given
        var lines = new TextLines(Options, 10);
        var kept = lines.Of("kept", Direction.Auto);

        // When
        for (var i = 0; i < 1000; i++)
        {
            lines.Of($"passing {i}", Direction.Auto);
            lines.Of("kept", Direction.Auto).ShouldBeSameAs(kept);
        }

        // Then
        lines.Count.ShouldBeLessThanOrEqualTo(20);
    }

    private static int Draw(TextLines lines, string[] texts)
    {
        var cells = 0;
        foreach (var text in texts)
        {
            foreach (var cluster in lines.Fit(text, Direction.Auto, 160, "…"))
                cells += cluster.Width;
        }

        return cells;
    }

    private static int Walk(string text)
    {
        var cells = 0;
        foreach (var cluster in new TextWalker(text, 80, Options))
            cells += cluster.Width;

        return cells;
    }
}
