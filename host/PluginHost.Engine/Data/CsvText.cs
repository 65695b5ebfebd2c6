using System.Globalization;
using System.Text;
using CsvHelper;
using PluginHost.Sdk;

namespace PluginHost.Engine.Data;

/// <summary>Writes CSV data (RFC 4180) that <see cref="CsvFile"/> reads as the same texts: the first row names the columns.</summary>
internal static class CsvText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes rows; the columns are their fields, in the order in which they first come.</summary>
    /// <exception cref="EncoderFallbackException">A field holds half of a character, which the writer would replace without a word.</exception>
    public static string Of(IReadOnlyList<Record> rows) =>
        Of([.. rows.SelectMany(row => row.Fields).Select(field => field.Key).Distinct(StringComparer.Ordinal)], rows);

    /// <summary>Writes rows under columns. A field that a row does not have is left empty.</summary>
    public static string Of(IReadOnlyList<string> columns, IReadOnlyList<Record> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true))
        {
            WriteRow(writer, columns);
            foreach (var row in rows)
                WriteRow(writer, [.. columns.Select(column => row.Find(column)?.ToString() ?? "")]);
        }

        return text.ToString();
    }

    // A row of one empty field would be an empty line, which readers skip.
    private static void WriteRow(CsvWriter writer, IReadOnlyList<string> fields)
    {
        foreach (var field in fields)
        {
            _ = Strict.GetByteCount(field);
            writer.WriteField(field, fields is [""] ? CsvQuoting.Always : CsvQuoting.WhenNeeded);
        }

        writer.EndRecord();
    }
}
