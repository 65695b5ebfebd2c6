using System.Text;

namespace PluginHost.Terminal;

/// <summary>Text for the terminal's clipboard, as OSC 52 wants it.</summary>
internal static class Clipboard
{
    // Terminals take no more, and some would show the rest.
    private const int LongestText = 74_994;

    /// <summary>Whether terminals take a text.</summary>
    public static bool Takes(string text) => Encoding.UTF8.GetByteCount(text) <= LongestText;

    public static byte[] Copy(string text) => Encoding.ASCII.GetBytes($"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\a");
}
