using System.Globalization;
using CsvHelper;
using PluginHost.Sdk;

namespace PluginHost.Engine.Data;

/// <summary>
/// Reads CSV data (RFC 4180): the first row names the columns, every value is a text. What the file leaves open is refused with its line,
/// because a field in the wrong column ends up in a post.
/// </summary>
internal static class CsvFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="PluginHostException">There is no such file, or it is no CSV; the message names the line.</exception>
    public static IReadOnlyList<Record> Read(string fullPath, string displayName) => Parse(FileText.Read(fullPath, displayName), displayName);

    /// <summary>Reads a text.</summary>
    /// <exception cref="PluginHostException">It is no CSV; the message names the line.</exception>
    public static IReadOnlyList<Record> Parse(string text, string displayName)
    {
        var options = CsvReaderOptions.Default with
        {
            Separator = ',',
            HasHeader = false, // read here, for the sake of its messages
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            FormatProvider = CultureInfo.InvariantCulture,
            OnMalformedRecord = row => throw Problem(displayName, row.LineNumber, Explain(row.Reason)),
        };

        using var reader = CsvReader.FromText(text, options);
        if (!reader.Read())
            throw Problem(displayName, 1, "the file is empty. Its first row names the columns.");

        var columns = ReadColumns(reader, displayName);
        var rows = new List<Record>();
        while (reader.Read())
        {
            if (!IsBlank(reader, columns))
                rows.Add(ReadRow(reader, columns, displayName));
        }

        return rows;
    }

    private static string[] ReadColumns(CsvReader reader, string name)
    {
        var columns = reader.Current.ToArray();
        if (columns is [var only] && only.IndexOfAny([';', '\t']) is >= 0 and var at)
            throw Problem(name, reader.LineNumber, $"the columns are separated by {(only[at] == ';' ? "\";\"" : "tabs")}. Save the file with commas.");

        for (var index = 0; index < columns.Length; index++)
        {
            if (string.IsNullOrWhiteSpace(columns[index]))
                throw Problem(name, reader.LineNumber, $"column {index + 1} has no name.");

            var first = Array.IndexOf(columns, columns[index]);
            if (first < index)
                throw Problem(name, reader.LineNumber, $"columns {first + 1} and {index + 1} are both named \"{columns[index]}\". Rename one.");
        }

        return columns;
    }

    private static Record ReadRow(CsvReader reader, string[] columns, string name)
    {
        if (reader.FieldCount != columns.Length)
        {
            throw Problem(
                name,
                reader.LineNumber,
                $"this row has {Count(reader.FieldCount, "field")}, the header has {Count(columns.Length, "column")}. "
                + (reader.FieldCount > columns.Length ? "Put a field that holds a comma in quotes." : "Leave a field empty, but keep its comma."));
        }

        var fields = new KeyValuePair<string, Value>[columns.Length];
        for (var index = 0; index < columns.Length; index++)
            fields[index] = KeyValuePair.Create<string, Value>(columns[index], reader.GetString(index));

        return new Record(fields) { Origin = string.Create(CultureInfo.InvariantCulture, $"{name}({reader.LineNumber})") };
    }

    // The reader skips empty lines, but not those of blanks, which look the same.
    private static bool IsBlank(CsvReader reader, string[] columns) =>
        columns.Length > 1 && reader.FieldCount == 1 && string.IsNullOrWhiteSpace(reader.GetString(0));

    private static string Explain(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "a quote opens in this row and is never closed.",
        CsvMalformedReason.TextAfterClosingQuote => "a text goes on after its closing quote. Write a quote inside a text twice: \"\".",
        _ => "a quote stands inside a text that is not quoted. Put the whole field in quotes, and write the quote inside it twice: \"\".",
    };

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static PluginHostException Problem(string name, long line, string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}({line}): {message}"));
}
