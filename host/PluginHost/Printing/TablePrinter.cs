using System.Globalization;
using PluginHost.Sdk;
using Spectre.Console;
using Table = PluginHost.Sdk.Table;

namespace PluginHost.Printing;

/// <summary>Prints tables for people. Where the output is no terminal, nothing is folded to its width.</summary>
internal static class TablePrinter
{
    private const int Unfolded = 1_000_000;

    public static void Print(Table table, TextWriter output)
    {
        if (table.Rows.Count == 0)
            output.WriteLine("Nothing yet.");
        else if (IsTerminal(output))
            ConsoleOn(output).Write(Draw(table));
        else
            output.Write(WithoutPadding(Draw(table)));
    }

    public static void Print(Record record, TextWriter output)
    {
        var width = record.Fields.Select(field => field.Key.Length).DefaultIfEmpty().Max();
        foreach (var (name, value) in record.Fields.Where(field => field.Value is not Table))
            output.WriteLine($"{Heading(name).PadRight(width)}  {Cell(value)}");

        // A table in a record has no room beside its name.
        foreach (var (_, table) in record.Fields.Where(field => field.Value is Table { Rows.Count: > 0 }))
        {
            output.WriteLine();
            Print((Table)table, output);
        }
    }

    private static Spectre.Console.Table Draw(Table table)
    {
        var shown = table.Columns.Where(column => table.Rows.Any(row => row[column.Name].ToString().Length > 0)).ToList();
        var drawn = new Spectre.Console.Table { Border = TableBorder.None, UseSafeBorder = false };
        foreach (var column in shown)
        {
            var isNumber = table.Rows.All(row => row[column.Name] is NumberValue or NothingValue);
            drawn.AddColumn(new Spectre.Console.TableColumn(new Text(Heading(column.Name), new Style(decoration: Decoration.Bold)))
            {
                Alignment = isNumber ? Justify.Right : Justify.Left,
                Padding = new Padding(0, 0, 2, 0),
            });
        }

        foreach (var row in table.Rows)
            drawn.AddRow(shown.Select(column => new Text(Cell(row[column.Name]))));

        return drawn;
    }

    // "sentAt" becomes "Sent at".
    private static string Heading(string name) => string.Concat(name.Select((letter, index) =>
        index == 0 ? char.ToUpperInvariant(letter).ToString()
        : char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}"
        : letter.ToString()));

    private static string Cell(Value value) => value switch
    {
        InstantValue instant => instant.Instant.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture),
        FlagValue flag => flag.IsTrue ? "yes" : "no",
        _ => Visible.Lines(value.ToString()),
    };

    private static bool IsTerminal(TextWriter output) =>
        output == Console.Out ? !Console.IsOutputRedirected : output == Console.Error && !Console.IsErrorRedirected;

    private static IAnsiConsole ConsoleOn(TextWriter output) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

    private static string WithoutPadding(Spectre.Console.Table drawn)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Unfolded;
        console.Write(drawn);
        return string.Concat(text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd(' ') + Environment.NewLine));
    }
}
