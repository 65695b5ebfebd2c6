using System.Globalization;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Repl;

/// <summary>The person at the screen, as what is entered sees them.</summary>
internal sealed class ReplPerson(Workbench workbench, ReplSession session) : IScriptPerson
{
    public IAsk Ask => workbench.Ask;

    public bool IsThere => true;

    public void Note(string text) => session.Write(Severity.Warning, text);

    public void Notify(string text, Severity severity)
    {
        session.Write(severity, text);
        workbench.Post(() => workbench.Tell(severity, text));
    }

    public void Progress(double done, string text) => session.Report(done, text);

    public void Say(string text) => session.Write(Severity.Information, text);

    public void Say(Value value) => Say(TextOf(value));

    /// <summary>A value as lines of text: a table in columns, what has parts as a tree.</summary>
    public static string TextOf(Value value) => value switch
    {
        Table table => TextOf([.. table.Columns.Select(column => column.Name)], table.Rows),
        ListValue { Items: [Record { Origin.Length: > 0 } first, ..] rows } when rows.All(row => row is Record) =>
            TextOf([.. first.Fields.Select(field => field.Key)], [.. rows.Cast<Record>()]),
        _ => string.Join('\n', ValueTree.LinesOf(value)),
    };

    private static string TextOf(List<string> columns, IReadOnlyList<Record> rows)
    {
        List<List<string>> cells = [columns, .. rows.Select(row => columns.Select(column => (row.Find(column)?.ToString() ?? "").ReplaceLineEndings(" ")).ToList())];
        var widths = columns.Select((_, column) => cells.Max(row => Length(row[column]))).ToList();
        return string.Join('\n', cells.Select(row => string.Join("  ", row.Select((cell, column) => cell + new string(' ', widths[column] - Length(cell)))).TrimEnd()));
    }

    private static int Length(string text) => new StringInfo(text).LengthInTextElements;
}
