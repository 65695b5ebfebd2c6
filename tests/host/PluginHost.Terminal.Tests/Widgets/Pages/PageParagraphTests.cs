namespace PluginHost.Terminal.Tests.Widgets.Pages;

public sealed class PageParagraphTests
{
    private const int Width = 60;

    [Theory]
    [InlineData("مرحبا بالعالم (abc 123) و")]
    [InlineData("plain words إيميلات 3.5% and more ")]
    public void Should_Set_The_Rows_Of_A_Very_Long_Line_As_If_It_Were_Read_Whole(string words)
    {
        // Given
        var text = string.Concat(Enumerable.Repeat(words, 120_000 / words.Length));
        var paragraph = new PageParagraph(PageLine.Of(text), Width, new TextOptions());
        var whole = LineLayout.Of(text, 0, text.Length, Direction.Auto, new TextOptions());

        // When
        var rows = Enumerable.Range(0, paragraph.CountRows()).Select(paragraph.Row).ToList();

        // Then
        rows.Count.ShouldBeGreaterThan(1000);
        foreach (var row in rows)
        {
            var expected = whole.Line(row.Start, row.End, Width);
            (Drawn(row.Fields[0].Line), row.Fields[0].Line.Direction).ShouldBe((Drawn(expected), expected.Direction));
        }
    }

    [Fact]
    public void Should_Leave_Nothing_Out_And_Nothing_Twice()
    {
        var paragraph = new PageParagraph(PageLine.Of(string.Concat(Enumerable.Repeat("中文👩‍👩‍👧 word ", 6_000))), Width, new TextOptions());

        var end = 0;
        foreach (var row in Enumerable.Range(0, paragraph.CountRows()).Select(paragraph.Row))
        {
            row.Start.ShouldBe(end);
            end = row.End;
            row.Fields[0].Line.Width.ShouldBeLessThanOrEqualTo(Width);
        }

        end.ShouldBe(paragraph.Line.Text.Text.Length);
    }

    private static string Drawn(TextLine line)
    {
        var drawn = new System.Text.StringBuilder();
        foreach (var cluster in line)
            drawn.Append(cluster.Text);

        return drawn.ToString();
    }
}
