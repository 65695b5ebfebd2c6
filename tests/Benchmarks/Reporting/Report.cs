using System.Globalization;
using System.Text.Json;
using PluginHost.Benchmarks.Measuring;
using Spectre.Console;

namespace PluginHost.Benchmarks.Reporting;

/// <summary>Prints figures as Markdown, as BENCHMARKS.md has them, and writes them as JSON.</summary>
internal static class Report
{
    private const int Unfolded = 1_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Print(Machine machine, string rounds)
    {
        Console.WriteLine();
        Console.WriteLine($"Machine       {machine.Cores} cores, {machine.Processor}");
        Console.WriteLine($"System        {machine.System}, {machine.Runtime}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Date          {machine.Date:yyyy-MM-dd HH:mm} UTC"));
        Console.WriteLine($"Load average  {Machine.Text(machine.LoadAtStart)} at the start, {Machine.Text(machine.LoadAtEnd)} at the end");
        Console.WriteLine($"Rounds        {rounds}");
        Console.WriteLine();
    }

    public static void Print(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var drawn = new Table { Border = TableBorder.Markdown };
        for (var i = 0; i < columns.Count; i++)
            drawn.AddColumn(new TableColumn(new Text(columns[i])) { Alignment = i == 0 ? Justify.Left : Justify.Right });

        foreach (var row in rows)
            drawn.AddRow(row.Select(cell => new Text(cell)));

        // Drawn apart: Spectre puts a line of blanks before and after.
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Unfolded;
        console.Write(drawn);
        Console.WriteLine(text.ToString().Trim());
        Console.WriteLine();
    }

    public static void Write(FileInfo? file, object figures)
    {
        if (file is null)
            return;

        File.WriteAllText(file.FullName, JsonSerializer.Serialize(figures, Json));
        Console.WriteLine($"Written to {file.FullName}.");
    }
}
