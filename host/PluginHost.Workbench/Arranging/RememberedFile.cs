using System.Globalization;
using PluginHost.Engine;
using PluginHost.Engine.Data;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Arranging;

/// <summary>
/// Keeps what the workbench remembers in <c>.pluginhost/workbench.json</c>. It is replaced as a whole or not at all. One that is damaged is as if there
/// were none, and that is said. It is read as YAML, of which JSON is a part: the reader is warm from <c>plugins.yaml</c>, and a JSON reader would be
/// loaded before the first frame.
/// </summary>
internal static class RememberedFile
{
    public const string FileName = "workbench.json";
    private const int MostNested = 20;

    /// <summary>Reads the file.</summary>
    /// <param name="folder">The workspace's data.</param>
    /// <param name="problem">Why it cannot be read; null where it can, or is not there.</param>
    public static Remembered? Read(string folder, out string? problem)
    {
        problem = null;
        var file = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(file) ? Read((Record)YamlFile.Parse(File.ReadAllText(file), FileName)) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or PluginHostException or InvalidCastException or OverflowException)
        {
            problem = Texts.Fill(Texts.LayoutDamaged, file, error.Message);
            return null;
        }
    }

    /// <summary>Writes the file.</summary>
    /// <returns>Why it could not be written; null where it was.</returns>
    public static string? Write(string folder, Remembered remembered)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            WorkspaceData.MakeFolder(folder);
            File.WriteAllText(file + ".new", RememberedText.Of(remembered));
            File.Move(file + ".new", file, overwrite: true);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Texts.Fill(Texts.LayoutUnwritten, file, error.Message);
        }
    }

    private static Remembered Read(Record record) => new()
    {
        Theme = Text(record, "theme"),
        Activity = Text(record, "activity"),
        IsSideOpen = record["side"].Flag,
        SideShare = Share(record, "sideShare"),
        IsPanelOpen = record["panel"].Flag,
        PanelActive = Text(record, "panelView"),
        PanelShare = Share(record, "panelShare"),
        Folded = List(record, "folded"),
        Recent = List(record, "recent"),
        Outcomes = record.Find("outcomes") is ListValue outcomes ? [.. outcomes.Items.OfType<Record>().Select(ReadOutcome).Where(outcome => outcome.Outcome.Length > 2)] : [],
        Editors = record.Find("editors") is Record editors ? ReadPane(editors, 0) : null,
    };

    private static RememberedPane ReadPane(Record record, int depth) => depth == MostNested
        ? throw new PluginHostException(Texts.LayoutTooDeep)
        : record.Find("first") is Record first && record.Find("second") is Record second
            ? new RememberedPane
            {
                IsStacked = record["stacked"].Flag,
                Share = Share(record, "share"),
                First = ReadPane(first, depth + 1),
                Second = ReadPane(second, depth + 1),
            }
            : new RememberedPane { Tabs = List(record, "tabs"), Active = Text(record, "active"), IsFocused = record["focused"].Flag };

    private static RememberedOutcome ReadOutcome(Record record) => new()
    {
        Script = Text(record, "script"),
        At = DateTimeOffset.TryParse(Text(record, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new PluginHostException(Texts.Fill(Texts.LayoutNoTime, Text(record, "at"))),
        Outcome = Text(record, "outcome"),
    };

    private static string Text(Record record, string field) => record.Find(field)?.ToString() ?? "";

    private static double Share(Record record, string field) => Math.Clamp((double)record[field].Number, 0.05, 0.95);

    private static IReadOnlyList<string> List(Record record, string field) => [.. record[field].Items.Select(item => item.ToString())];
}
