using System.Text;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>Writes what a verb was asked to write beside its output.</summary>
internal static class ReportFile
{
    /// <exception cref="PluginHostException">It cannot be written.</exception>
    public static void Write(string path, string option, string text)
    {
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new PluginHostException($"{option} {path} cannot be written: {error.Message}", error);
        }
    }
}
