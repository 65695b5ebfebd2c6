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
    public void Should_Say_That_A_Table_Is_Empty() => Print(Table.Of(Array.Empty<int>(), ("number", cell => cell))).ShouldBe("Nothing yet.\n");

    [Fact]
    public void Should_Print_A_Record_Line_By_Line()
    {
        var output = new StringWriter();

        TablePrinter.Print(Sdk.Record.Of(("name", "Fig"), ("soldOut", true)), output);
        TablePrinter.Print(Sdk.Record.Empty, output);

        output.ToString().ShouldBe("Name     Fig\nSold out  yes\n");
    }

    private static string Print(Table table)
    {
        var output = new StringWriter();
        TablePrinter.Print(table, output);
        return output.ToString();
    }
}
