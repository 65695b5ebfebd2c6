namespace PluginHost.Terminal.Tests;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Should_Read_Headings_And_Paragraphs_With_Their_Breaks()
    {
        Drawn("# Flavours\n\nSecret\nBreakfast  \nElvis\n\n---\n\nend").ShouldBe("# Flavours\n\nSecret Breakfast\nElvis\n\n───────────────────────────────────────\n\nend\n");
    }

    [Fact]
    public void Should_Read_Emphasis_Code_And_Links_As_Looks()
    {
        var line = Prose("a *b* **c** ~~d~~ `e` [f **g**](https://x.org) <https://y.org>");

        line.Text.ShouldBe("a b c d e f g https://y.org");
        line.Segments.Where(part => part.Text.Trim().Length > 0).Select(part => (part.Text.Trim(), part.Role, part.Attributes, part.Target)).ShouldBe(
        [
            ("a", Roles.Text, Attributes.None, null),
            ("b", Roles.Text, Attributes.Italic, null),
            ("c", Roles.Text, Attributes.Bold, null),
            ("d", Roles.Text, Attributes.Strike, null),
            ("e", Roles.CodeSpan, Attributes.None, null),
            ("f", Roles.Link, Attributes.None, "https://x.org"),
            ("g", Roles.Link, Attributes.Bold, "https://x.org"),
            ("https://y.org", Roles.Link, Attributes.None, "https://y.org"),
        ]);
    }

    [Fact]
    public void Should_Read_Lists_Of_All_Kinds()
    {
        Drawn("- one\n  - within\n- [x] done\n- [ ] open\n\n3. three\n4. four").ShouldBe("• one\n  • within\n[✓] done\n[ ] open\n\n3. three\n4. four\n");
    }

    [Fact]
    public void Should_Leave_A_Row_Between_The_Items_Of_A_Loose_List()
    {
        Drawn("- one\n\n- two").ShouldBe("• one\n\n• two\n");
    }

    [Fact]
    public void Should_Read_A_Quotation()
    {
        Drawn("> said\n>\n> > before").ShouldBe("│ said\n│\n│ │ before\n");
    }

    [Fact]
    public void Should_Read_Code_As_It_Is_Written()
    {
        var code = MarkdownReader.Read("```csharp\nvar x = *y*;\n\n  z();\n```\n\n    indented").OfType<PageCode>().ToList();

        code.ShouldBe([new PageCode("csharp", "var x = *y*;\n\n  z();"), new PageCode("", "indented")]);
    }

    [Fact]
    public void Should_Read_A_Table_With_Its_Alignments()
    {
        var table = MarkdownReader.Read("| a | b | c |\n|---|:-:|--:|\n| 1 | **2** |\n").ShouldHaveSingleItem().ShouldBeOfType<PageTable>();

        table.Alignments.ShouldBe([Alignment.Start, Alignment.Center, Alignment.End]);
        table.Header.Select(cell => cell.Text).ShouldBe(["a", "b", "c"]);
        table.Rows.ShouldHaveSingleItem()[1].Segments.ShouldHaveSingleItem().Attributes.ShouldBe(Attributes.Bold);
    }

    [Fact]
    public void Should_Show_An_Image_By_Its_Alternative_Text()
    {
        Prose("see ![three tubs](tubs.jpg)").Text.ShouldBe("see [three tubs]");
        Prose("![](tubs.jpg)").Text.ShouldBe("[tubs.jpg]");
    }

    [Fact]
    public void Should_Show_Html_And_Obey_Nothing_Of_It()
    {
        Drawn("<script>\nx()\n</script>\n\na <b>c</b> &amp; d").ShouldBe("<script>\nx()\n</script>\n\na <b>c</b> & d\n");
    }

    [Fact]
    public void Should_Use_Links_That_Are_Defined_Elsewhere()
    {
        var blocks = MarkdownReader.Read("[here][1]\n\n[1]: https://x.org");

        blocks.ShouldHaveSingleItem().ShouldBeOfType<PageProse>().Lines[0].Segments[0].Target.ShouldBe("https://x.org");
    }

    [Theory]
    [InlineData("")]
    [InlineData("| a\n|--")]
    [InlineData("- \n-\n1.")]
    [InlineData("[](")]
    [InlineData("\u001b[2J\u202e\0")]
    public void Should_Read_Whatever_Is_Written(string text) => Should.NotThrow(() => Drawn(text));

    [Fact]
    public void Should_Read_What_Is_Nested_Deeply()
    {
        var blocks = MarkdownReader.Read(new string('>', 60) + " deep");

        blocks.ShouldHaveSingleItem().ShouldBeOfType<PageQuote>();
    }

    private static RichLine Prose(string text) => MarkdownReader.Read(text).ShouldHaveSingleItem().ShouldBeOfType<PageProse>().Lines.ShouldHaveSingleItem();

    private static string Drawn(string text)
    {
        var page = new MarkdownPage { Blocks = MarkdownReader.Read(text) };
        using var screen = new HeadlessScreen(40, 20, new WidgetScreen(page, Theme.Plain));
        return screen.ToText().TrimEnd('\n') + "\n";
    }
}
