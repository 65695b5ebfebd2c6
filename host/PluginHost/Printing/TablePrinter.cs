using System.Globalization;
using PluginHost.Sdk;
using Spectre.Console;
using Table = PluginHost.Sdk.Table;

namespace PluginHost.Printing;

/// <summary>
/// Prints tables for people. Where the output is no terminal, nothing is folded to its width; on a terminal that is too narrow, cells are wrapped, or rows
/// stand one below the other. Nothing is left out.
/// </summary>
internal static class TablePrinter
{
    private const int Unfolded = 1_000_000;

    private static readonly Style Bold = new(decoration: Decoration.Bold);

    public static void Print(Table table, TextWriter output) => Print(table, output, IsTerminal(output) ? ConsoleOn(output).Profile.Width : null);

    /// <param name="table">The table.</param>
    /// <param name="output">Where to.</param>
    /// <param name="width">How many cells a line has; null: as many as it takes.</param>
    public static void Print(Table table, TextWriter output, int? width)
    {
        if (table.Rows.Count == 0)
        {
            output.WriteLine("Nothing yet.");
            return;
        }

        var grid = GridOf(table);
        if (width is { } cells && !grid.Fits(cells))
            grid = grid.Wrapped(cells) ?? grid.Stacked(cells);

        if (width is not null && IsTerminal(output))
            ConsoleOn(output).Write(Draw(grid));
        else
            output.Write(WithoutPadding(Draw(grid)));
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

    private static PrintedGrid GridOf(Table table)
    {
        var shown = table.Columns.Where(column => table.Rows.Any(row => row[column.Name].ToString().Length > 0)).ToList();
        return new PrintedGrid
        {
            Columns = [.. shown.Select(column => new PrintedColumn(Heading(column.Name), table.Rows.All(row => row[column.Name] is NumberValue or NothingValue)))],
            Rows = [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. shown.Select(column => Cell(row[column.Name]))])],
        };
    }

    private static Spectre.Console.Table Draw(PrintedGrid grid)
    {
        var drawn = new Spectre.Console.Table { Border = TableBorder.None, UseSafeBorder = false, ShowHeaders = !grid.IsStacked };
        foreach (var column in grid.Columns)
        {
            drawn.AddColumn(new Spectre.Console.TableColumn(new Text(column.Heading, Bold))
            {
                Alignment = column.IsNumber ? Justify.Right : Justify.Left,
                Padding = new Padding(0, 0, ReferenceEquals(column, grid.Columns[^1]) ? 0 : PrintedGrid.Gap, 0),
            });
        }

        foreach (var row in grid.Rows)
            drawn.AddRow(row.Select((cell, place) => new Text(cell, grid.IsStacked && place == 0 ? Bold : Style.Plain)));

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

    /// <summary>Whether an output is a terminal.</summary>
    public static bool IsTerminal(TextWriter output) =>
        output == Console.Out ? !Console.IsOutputRedirected : output == Console.Error && !Console.IsErrorRedirected;

    private static IAnsiConsole ConsoleOn(TextWriter output) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });

    private static string WithoutPadding(Spectre.Console.Table drawn)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Unfolded;
        console.Write(drawn);
        return string.Concat(text.ToString().TrimEnd('\n').Split('\n').Select(line => line.TrimEnd(' ') + Environment.NewLine));
    }
}
