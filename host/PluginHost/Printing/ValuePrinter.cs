using PluginHost.Sdk;

namespace PluginHost.Printing;

/// <summary>Prints values: for people as a table or as text, for programs as JSON.</summary>
internal sealed class ValuePrinter(bool json, TextWriter output, ProgressLine line)
{
    /// <summary>Whether what is printed goes to a terminal, which would obey what a text holds for it.</summary>
    /// <value>As the output is.</value>
    public bool IsTerminal { get; init; } = TablePrinter.IsTerminal(output);

    public void Print(Value value) => line.Aside(() => Write(value));

    /// <summary>Prints a value as one line of JSON: one of many, for whoever reads along.</summary>
    public void PrintLine(Value value) => line.Aside(() => output.WriteLine(ValueJson.LineOf(value)));

    private void Write(Value value)
    {
        if (json)
            output.WriteLine(ValueJson.Of(value));
        else if (value is Table table)
            TablePrinter.Print(table, output);
        else if (value is Record record)
            TablePrinter.Print(record, output);
        else if (value is ListValue { Items: [Record, ..] items } && items.All(item => item is Record))
            TablePrinter.Print(TableOf([.. items.Cast<Record>()]), output);
        else if (value is not NothingValue)
            output.WriteLine(IsTerminal ? Visible.Lines(value.ToString()) : value.ToString());
    }

    // Records of a file need not have the same fields.
    private static Table TableOf(List<Record> records)
    {
        var names = records.SelectMany(record => record.Fields).Select(field => field.Key).Distinct();
        return Table.Of(records, [.. names.Select(name => (name, new Func<Record, Value>(record => record.Find(name) ?? Value.Nothing)))]);
    }
}
