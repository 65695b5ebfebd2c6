using System.Text;
using CsvHelper;
using PluginHost.Engine.Data;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Tests.Data;

public class CsvFileTests
{
    [Fact]
    public void Should_Name_The_Fields_After_The_First_Row()
    {
        // When
        var rows = Parse("day,flavour\nMonday,Secret Breakfast\nTuesday,Elvis\n");

        // Then
        rows.ShouldBe([
            Record.Of(("day", "Monday"), ("flavour", "Secret Breakfast")),
            Record.Of(("day", "Tuesday"), ("flavour", "Elvis")),
        ]);
    }

    [Fact]
    public void Should_Know_The_Line_On_Which_A_Row_Begins()
    {
        // Given: an empty line, a line of blanks, and a text over three lines
        var rows = Parse("day,flavour\r\n\r\nMonday,\"a\r\nb\r\nc\"\r\n   \r\nTuesday,Elvis\r\n");

        // Then
        rows.Select(row => row.Origin).ShouldBe(["flavours.csv(3)", "flavours.csv(7)"]);
        rows[0]["flavour"].ShouldBe("a\r\nb\r\nc");
    }

    [Fact]
    public void Should_Keep_Every_Value_A_Text()
    {
        var row = Parse("number,flag,nothing,spaces\n007,true,, x \n").ShouldHaveSingleItem();

        row.ShouldBe(Record.Of(("number", "007"), ("flag", "true"), ("nothing", ""), ("spaces", " x ")));
    }

    [Theory]
    [InlineData("day,flavour\nMonday,Elvis")]
    [InlineData("\uFEFFday,flavour\nMonday,Elvis\n")]
    [InlineData("day,flavour\r\nMonday,Elvis\r\n")]
    [InlineData("\"day\",\"flavour\"\n\"Monday\",\"Elvis\"\n\n\n")]
    public void Should_Read_What_Programs_Write(string text) =>
        Parse(text).ShouldBe([Record.Of(("day", "Monday"), ("flavour", "Elvis"))]);

    [Fact]
    public void Should_Read_Arabic()
    {
        var row = Parse("يوم,نكهة\nالإثنين,\"فانيليا, كبيرة\"\n").ShouldHaveSingleItem();

        row["نكهة"].ShouldBe("فانيليا, كبيرة");
    }

    [Fact]
    public void Should_Read_A_Quote_That_Is_Written_Twice() =>
        Parse("a\n\"say \"\"hi\"\"\"\n").ShouldBe([Record.Of(("a", "say \"hi\""))]);

    [Fact]
    public void Should_Keep_An_Empty_Row_Of_A_Single_Column_When_It_Is_Quoted() =>
        Parse("a\n\"\"\nx\n").ShouldBe([Record.Of(("a", "")), Record.Of(("a", "x"))]);

    [Fact]
    public void Should_Find_No_Rows_Below_A_Lonely_Header() => Parse("day,flavour\n").ShouldBeEmpty();

    [Theory]
    [InlineData("", "flavours.csv(1): the file is empty. Its first row names the columns.")]
    [InlineData("\n\n", "flavours.csv(1): the file is empty. Its first row names the columns.")]
    [InlineData("a,b,c\n1,2\n", "flavours.csv(2): this row has 2 fields, the header has 3 columns. Leave a field empty, but keep its comma.")]
    [InlineData("a,b\n1,2\n\n1\n", "flavours.csv(4): this row has 1 field, the header has 2 columns. Leave a field empty, but keep its comma.")]
    [InlineData("a\nx, y\n", "flavours.csv(2): this row has 2 fields, the header has 1 column. Put a field that holds a comma in quotes.")]
    [InlineData("a,b,a\n", "flavours.csv(1): columns 1 and 3 are both named \"a\". Rename one.")]
    [InlineData("a,,c\n", "flavours.csv(1): column 2 has no name.")]
    [InlineData("a;b\n1;2\n", "flavours.csv(1): the columns are separated by \";\". Save the file with commas.")]
    [InlineData("a\tb\n1\t2\n", "flavours.csv(1): the columns are separated by tabs. Save the file with commas.")]
    [InlineData("a,b\n1,2\n\"x,2\n3,4\n", "flavours.csv(3): a quote opens in this row and is never closed.")]
    [InlineData("\"a,b\n1,2\n", "flavours.csv(1): a quote opens in this row and is never closed.")]
    [InlineData("a,b\n\"x\"y,2\n", "flavours.csv(2): a text goes on after its closing quote. Write a quote inside a text twice: \"\".")]
    [InlineData(
        "a,b\n5\" pipe,2\n",
        "flavours.csv(2): a quote stands inside a text that is not quoted. Put the whole field in quotes, and write the quote inside it twice: \"\".")]
    public void Should_Say_What_Is_Wrong_And_Where(string text, string message) =>
        Should.Throw<PluginHostException>(() => Parse(text)).Message.ShouldBe(message);

    [Fact]
    public void Should_Read_A_File()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("flavours.csv", "day,flavour\nMonday,Elvis\n");

        CsvFile.Read(file, "flavours.csv").ShouldBe([Record.Of(("day", "Monday"), ("flavour", "Elvis"))]);
    }

    // Any table that the library writes is read back as it was: quotes, commas, line ends, blanks, right-to-left text, emptiness.
    [Fact]
    public void Should_Read_Back_Whatever_Is_Written()
    {
        string[] pieces = ["a", "\"", ",", "\n", "\r\n", "\r", " ", "\t", "é", "نكهة", "🍦", "'", ";", "#", "=", "\u00A0", "\u2028", "\uFEFF"];
        var random = new Random(17);
        for (var round = 0; round < 2_000; round++)
        {
            // Given
            var columns = Enumerable.Range(0, random.Next(1, 5)).Select(index => $"c{index}{Text().Trim().Replace(';', 'x').Replace('\t', 'x')}").ToArray();
            var rows = Enumerable.Range(0, random.Next(4)).Select(_ => columns.Select(_ => Text()).ToArray()).ToArray();
            var quoting = (CsvQuoting)random.Next(3);

            // When
            var text = Write(columns, rows, quoting, random.Next(2) == 0 ? "\n" : "\r\n");
            var read = Parse(text);

            // Then
            read.Select(row => row.Fields.Select(field => field.Value.ToString()).ToArray()).ShouldBe(rows, $"round {round}: {text}");
            if (rows.Length > 0)
                read[0].Fields.Select(field => field.Key).ShouldBe(columns);
        }

        string Text() => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static string Write(string[] columns, string[][] rows, CsvQuoting quoting, string newLine)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { Quoting = quoting, NewLine = newLine }, leaveOpen: true))
        {
            writer.WriteRecord(columns);
            foreach (var row in rows)
                writer.WriteRecord(row);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IReadOnlyList<Record> Parse(string text) => CsvFile.Parse(text, "flavours.csv");
}
