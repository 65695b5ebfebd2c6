using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Keeps spreadsheets from taking a cell for a formula, as OWASP advises (CSV Injection): an apostrophe stands before it. The row says so in a column of its own, so
/// that the apostrophe is taken away again where it was put, and stays where somebody wrote one.
/// </summary>
internal static class FormulaGuard
{
    /// <summary>The column that says whether apostrophes were put into a row.</summary>
    public const string Column = "apostrophe";

    /// <summary>What stands there then.</summary>
    public const string Yes = "yes";

    // With the wide forms, which spreadsheets in some languages read the same.
    private const string Beginnings = "=+-@\t\r\n\0＝＋－＠";

    /// <summary>The row with its apostrophes, and the column that tells of them.</summary>
    public static Record Guard(Record row) => row.Fields.Any(field => IsFormula(field.Value.ToString()))
        ? new Record([.. row.Fields.Select(field => KeyValuePair.Create<string, Value>(field.Key, Guard(field.Value.ToString()))), KeyValuePair.Create<string, Value>(Column, Yes)])
        : new Record([.. row.Fields, KeyValuePair.Create<string, Value>(Column, "")]);

    /// <summary>A cell of such a row as it was.</summary>
    public static string Unguard(string cell) => cell is ['\'', ..] && IsFormula(cell) ? cell[1..] : cell;

    private static string Guard(string cell) => IsFormula(cell) ? $"'{cell}" : cell;

    // What has apostrophes before it already gets one more: else nobody could tell whose they are.
    private static bool IsFormula(string cell) => cell.TrimStart('\'') is [var first, ..] && Beginnings.Contains(first, StringComparison.Ordinal);
}
