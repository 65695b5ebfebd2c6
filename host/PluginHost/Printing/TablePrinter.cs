using System.Globalization;
using PluginHost.Sdk;
using Spectre.Console;
using Table = PluginHost.Sdk.Table;

namespace PluginHost.Printing;

/// <summary>Prints tables for people. Where the output is no terminal, nothing is folded to its width.</summary>
internal static class TablePrinter
{
    private const int Unfolded = 4_000;

    public static void Print(Table table)
    {
        if (table.Rows.Count == 0)
        {
            Console.Out.WriteLine("Nothing yet.");
            return;
        }

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

        Target().Write(drawn);
    }

    public static void Print(Record record)
    {
        var width = record.Fields.Max(field => field.Key.Length);
        foreach (var (name, value) in record.Fields)
            Console.Out.WriteLine($"{Heading(name).PadRight(width)}  {Cell(value)}");
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
        _ => value.ToString(),
    };

    private static IAnsiConsole Target()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        if (Console.IsOutputRedirected)
            console.Profile.Width = Unfolded;

        return console;
    }
}
