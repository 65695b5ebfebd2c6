namespace PluginHost.Printing;

/// <summary>
/// What went wrong, on the error stream: results stay clean for whoever reads them. Exceptions, sources and names may hold the texts of strangers, which never drive a terminal, nor one
/// that a log is read in later.
/// </summary>
internal static class Complaint
{
    public static void Write(string message) => Console.Error.WriteLine($"pluginhost: {Visible.Lines(message)}");

    public static void Warn(string message) => Console.Error.WriteLine($"pluginhost: warning: {Visible.Lines(message)}");
}
