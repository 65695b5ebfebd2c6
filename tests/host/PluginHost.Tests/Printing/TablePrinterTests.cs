using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.Tests.Printing;

/// <summary>Tables as they come out of a pipe.</summary>
public sealed class TablePrinterTests
{
    [Fact]
    public void Should_Not_Fold_A_Cell_However_Long_It_Is()
    {
        var text = string.Join(' ', Enumerable.Repeat("flavours", 5_000));

        Print(Table.Of([text], ("text", cell => cell), ("end", _ => "here"))).ShouldBe($"Text{new string(' ', text.Length - 4)}  End\n{text}  here\n");
    }

    [Fact]
    public void Should_Align_Letters_That_Are_Wide_Or_Stand_On_Others()
    {
        // Arabic with vowel marks, Norwegian decomposed, Chinese, an emoji made of several.
        Print(Table.Of(["مَرْحَبًا", "blåbær".Normalize(System.Text.NormalizationForm.FormD), "冰淇淋", "plain"], ("text", cell => cell), ("end", _ => "|"))).ShouldBe("""
            Text    End
            مَرْحَبًا   |
            blåbær  |
            冰淇淋  |
            plain   |

            """.Normalize(System.Text.NormalizationForm.FormC).Replace("blåbær", "blåbær".Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Fact]
    public void Should_Keep_Arabic_As_It_Is_Written()
    {
        const string Text = "اليوم: فستق وماء الورد. تعالوا مبكرًا!";

        Print(Table.Of([Text], ("text", cell => cell))).ShouldBe($"Text\n{Text}\n");
    }

    [Fact]
    public void Should_Keep_The_Lines_Of_A_Cell_Under_Each_Other()
    {
        Print(Table.Of(["one\ntwo", "three"], ("text", cell => cell), ("end", cell => cell.Length))).ShouldBe("""
            Text   End
            one      7
            two
            three    5

            """);
    }

    [Fact]
    public void Should_Show_What_Would_Command_A_Terminal()
    {
        Print(Table.Of(["red \e[31m bell \a tab\there \u009b2J"], ("text", cell => cell))).ShouldBe("Text\nred ␛[31m bell ␇ tab here \ufffd2J\n");
    }

    [Fact]
    public void Should_Leave_Out_Columns_That_Are_Empty()
    {
        Print(Table.Of([1, 2], ("number", cell => cell), ("nothing", _ => Value.Nothing), ("flag", cell => cell == 1))).ShouldBe("""
            Number  Flag
                 1  yes
                 2  no

            """);
    }

    [Fact]
    public void Should_Wrap_The_Widest_Column_On_A_Terminal_That_Is_Too_Narrow()
    {
        var table = Table.Of([1, 12], ("post", cell => cell), ("text", cell => $"{cell} Strawberry, at last, and lime for those who came too late"), ("state", _ => "sent"));

        Print(table, 44).Split('\n').ShouldAllBe(line => line.Length <= 44);
        Print(table, 44).ShouldStartWith("Post  Text ");
        Words(Print(table, 44)).ShouldBe(Words(Print(table)), ignoreOrder: true);
        Print(table, 200).ShouldBe(Print(table));
    }

    [Fact]
    public void Should_Put_Rows_Below_Each_Other_Where_Columns_Would_Be_Too_Narrow_To_Read()
    {
        var table = Table.Of(
            [1, 2],
            ("post", cell => cell),
            ("dueAt", _ => new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)),
            ("text", _ => "Strawberry, at last, and lime"),
            ("note", cell => cell == 1 ? "the clocks skip 02:30 that day: it is due right after" : ""));

        Print(table, 50).ShouldBe("""
            Post    1
            Due at  2026-03-02 09:00:00 +00:00
            Text    Strawberry, at last, and lime
            Note    the clocks skip 02:30 that day: it is due
                    right after

            Post    2
            Due at  2026-03-02 09:00:00 +00:00
            Text    Strawberry, at last, and lime

            """);
    }

    [Fact]
    public void Should_Lose_Nothing_At_Any_Width()
    {
        // Words without a blank, wide letters, pictures of several signs.
        var table = Table.Of(
            ["https://slocombe.example/menu/2026/03/strawberry-and-lime", "冰淇淋冰淇淋冰淇淋冰淇淋冰淇淋", "👩‍👩‍👧‍👦 family 👩‍👩‍👧‍👦 family", "مَرْحَبًا بالجميع"],
            ("number", _ => 12345),
            ("text", cell => cell),
            ("again", cell => $"{cell} {cell}"));

        for (var width = 12; width < 160; width++)
            Letters(Print(table, width)).ShouldBe(Letters(Print(table)), $"at {width}");
    }

    [Fact]
    public void Should_Keep_Empty_Lines_Of_A_Cell() => Print(Table.Of(["one\n\ntwo"], ("text", cell => cell))).ShouldBe("Text\none\n\ntwo\n");

    [Fact]
    public void Should_Say_That_A_Table_Is_Empty() => Print(Table.Of(Array.Empty<int>(), ("number", cell => cell))).ShouldBe("Nothing yet.\n");

    [Fact]
    public void Should_Print_A_Record_Line_By_Line()
    {
        var output = new StringWriter();

        TablePrinter.Print(Sdk.Record.Of(("name", "Fig"), ("soldOut", true)), output);
        TablePrinter.Print(Sdk.Record.Empty, output);

        output.ToString().ShouldBe("Name     Fig\nSold out  yes\n");
    }

    private static string Print(Table table, int? width = null)
    {
        var output = new StringWriter();
        TablePrinter.Print(table, output, width);
        return output.ToString();
    }

    // Below each other, a name stands in each row: of the values nothing may be missing, whatever their order.
    private static string Letters(string printed) => string.Concat(printed
        .Replace("Number", "", StringComparison.Ordinal).Replace("Text", "", StringComparison.Ordinal).Replace("Again", "", StringComparison.Ordinal)
        .Where(letter => !char.IsWhiteSpace(letter)).Order());

    private static List<string> Words(string printed) => [.. printed.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
