namespace PluginHost.Printing;

/// <summary>What went wrong, on the error stream: results stay clean for whoever reads them.</summary>
internal static class Complaint
{
    public static void Write(string message) => Console.Error.WriteLine($"pluginhost: {message}");

    public static void Warn(string message) => Console.Error.WriteLine($"pluginhost: warning: {message}");
}
