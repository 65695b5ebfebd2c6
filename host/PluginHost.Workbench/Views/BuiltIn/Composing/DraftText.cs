namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>A draft as its file has it: one line of names between tabs, then the text.</summary>
internal static class DraftText
{
    private const char Attempt = '#';

    public static string Write(Draft draft)
    {
        var names = draft.Attempt.Length == 0 ? draft.Profiles : [.. draft.Profiles, Attempt + draft.Attempt];
        return $"{string.Join('\t', names)}\n{draft.Text}";
    }

    /// <returns>Null where it is none.</returns>
    public static Draft? Read(string written)
    {
        var end = written.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0)
            return null;

        var names = written[..end].Split('\t', StringSplitOptions.RemoveEmptyEntries);
        return new Draft
        {
            Profiles = [.. names.Where(name => name[0] != Attempt)],
            Attempt = names.FirstOrDefault(name => name[0] == Attempt)?[1..] ?? "",
            Text = written[(end + 1)..],
        };
    }
}
