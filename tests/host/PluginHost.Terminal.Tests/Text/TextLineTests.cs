namespace PluginHost.Terminal.Tests.Text;

public sealed class TextLineTests
{
    private static readonly TextOptions Options = new();
    private static readonly TextOptions Unshaped = new() { ShapeArabic = false };

    [Theory]
    [InlineData("abc אבג def", Direction.Auto, "abc גבא def", Direction.LeftToRight)]
    [InlineData("אבג abc", Direction.Auto, "abc גבא", Direction.RightToLeft)]
    [InlineData("אבג abc", Direction.LeftToRight, "גבא abc", Direction.LeftToRight)]
    [InlineData("abc!", Direction.RightToLeft, "!abc", Direction.RightToLeft)]
    [InlineData("א(ב)", Direction.Auto, "(ב)א", Direction.RightToLeft)]
    [InlineData("123 45", Direction.Auto, "123 45", Direction.LeftToRight)]
    [InlineData("א 123", Direction.Auto, "123 א", Direction.RightToLeft)]
    public void Should_Put_Each_Field_In_Its_Own_Order(string text, Direction direction, string seen, Direction resolved)
    {
        var line = TextLine.Of(text, direction, Options);

        Seen.In(line).ShouldBe(seen);
        line.Direction.ShouldBe(resolved);
    }

    [Fact]
    public void Should_Leave_The_Order_To_A_Terminal_That_Sees_To_It()
    {
        var line = TextLine.Of("אבג (abc)", Direction.Auto, Options with { Reorder = false });

        Seen.In(line).ShouldBe("אבג (abc)");
        line.Direction.ShouldBe(Direction.RightToLeft);
    }

    [Theory]
    [InlineData("سلام", "\uFEE1\uFE8E\uFEE0\uFEB3")] // Lam and alef keep a cell each.
    [InlineData("پی", "\uFBFD\uFB58")] // Persian letters, from the other block.
    [InlineData("بـب", "\uFE90ـ\uFE91")]
    [InlineData("ب\u200Cب", "\uFE8F\uFE8F")]
    [InlineData("ب\u064Eب", "\uFE90\uFE91\u064E")]
    [InlineData("د ب", "\uFE8F \uFEA9")]
    public void Should_Join_Arabic_Letters_Before_They_Are_Put_In_Order(string text, string seen) =>
        Seen.In(TextLine.Of(text, Direction.Auto, Options)).ShouldBe(seen);

    [Fact]
    public void Should_Leave_Joining_To_A_Terminal_That_Sees_To_It() => Seen.In(TextLine.Of("سلام", Direction.Auto, Unshaped)).ShouldBe("مالس");

    [Fact]
    public void Should_Put_The_Caret_On_The_Cell_Of_What_Follows_It()
    {
        // Given
        var line = TextLine.Of("ab אב", Direction.Auto, Options);

        // Then
        Enumerable.Range(0, 6).Select(line.ColumnOf).ShouldBe([0, 1, 2, 4, 3, 5]);
        TextLine.Of("אב", Direction.Auto, Options).ColumnOf(2).ShouldBe(-1);
    }

    [Fact]
    public void Should_Show_A_Selection_In_Two_Runs_Where_Directions_Change()
    {
        // Given
        var line = TextLine.Of("ab אבג", Direction.Auto, Options);
        var runs = new List<ColumnRun>();

        // When
        foreach (var run in line.Runs(1, 4))
            runs.Add(run);

        // Then
        runs.ShouldBe([new ColumnRun(1, 2), new ColumnRun(5, 1)]);
    }

    [Theory]
    [InlineData("abcdef", 4, "…", "abc…")]
    [InlineData("abcdef", 6, "…", "abcdef")]
    [InlineData("abcdef", 5, "...", "ab...")]
    [InlineData("abcdef", 2, "...", "..")]
    [InlineData("abcdef", 3, "", "abc")]
    [InlineData("abcdef", 0, "…", "")]
    [InlineData("中文字", 4, "…", "中…")]
    [InlineData("a\tbc", 4, "…", "a…")]
    [InlineData("אבגד", 3, "…", "…בא")]
    [InlineData("ab אבגד", 5, "…", "ab א…")]
    public void Should_Cut_In_The_Order_Of_The_Text_With_The_Ellipsis_At_The_End(string text, int width, string ellipsis, string seen)
    {
        Seen.In(TextLine.Of(text, Direction.Auto, Options).Truncate(width, ellipsis)).ShouldBe(seen);
        Seen.In(TextLine.Fit(text, Direction.Auto, width, ellipsis, Options)).ShouldBe(seen);
    }

    [Fact]
    public void Should_Lead_A_Click_On_The_Ellipsis_To_What_Is_Left_Out()
    {
        var line = TextLine.Of("abcdef", Direction.Auto, Options).Truncate(4, "…");

        line.IndexAt(3).ShouldBe(3);
        line.ColumnOf(5).ShouldBe(3);
        line.ColumnOf(6).ShouldBe(4);
    }

    [Fact]
    public void Should_Keep_Tokens_From_Left_To_Right_And_Read_Strings_By_Themselves()
    {
        // Given
        const string code = "x = \"אב\" + \"גד\"; // הו";

        // Then
        Seen.In(TextLine.OfTokens(code, [5..7, 12..14, 20..22], Options)).ShouldBe("x = \"בא\" + \"דג\"; // וה");
        Seen.In(TextLine.OfTokens("אב = גד", [], Options)).ShouldBe("אב = גד");
        Seen.In(TextLine.OfTokens("a\u202E = b", [], Options)).ShouldBe("a⇄ = b");
        Should.Throw<ArgumentOutOfRangeException>(() => TextLine.OfTokens("אב", [1..5], Options));
    }

    [Fact]
    public void Should_Draw_A_Tab_Up_To_The_Next_Stop()
    {
        Seen.In(TextLine.Of("a\tb", Direction.Auto, Options)).ShouldBe("a   b");
        Seen.In(TextLine.Of("a\tb", Direction.Auto, Options with { TabWidth = 8 })).ShouldBe("a       b");
        Seen.In(TextLine.Of("a\tb", Direction.Auto, Options with { TabWidth = 0 })).ShouldBe("a␉b");
        Seen.In(TextLine.Of("א\tב", Direction.Auto, Options)).ShouldBe("ב   א");
    }

    [Theory]
    [InlineData('a')]
    [InlineData('א')]
    [InlineData(' ')]
    [InlineData('\u0301')]
    [InlineData('\u200B')]
    public void Should_Not_Lay_Out_A_Million_Characters_To_Show_A_Few(char character)
    {
        // Given
        var text = new string(character, 1_000_000);
        TextLine.Fit(text, Direction.Auto, 160, "…", Options);

        // When
        var before = GC.GetAllocatedBytesForCurrentThread();
        var line = TextLine.Fit(text, Direction.Auto, 160, "…", Options);

        // Then
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_500_000);
        line.Width.ShouldBeLessThanOrEqualTo(160);
        line.ColumnOf(999_999).ShouldBeInRange(-1, 159);
    }
}
