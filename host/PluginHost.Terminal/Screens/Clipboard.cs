using System.Text;

namespace PluginHost.Terminal;

/// <summary>Text for the terminal's clipboard, as OSC 52 wants it.</summary>
internal static class Clipboard
{
    // Terminals take no more, and some would show the rest.
    private const int LongestText = 74_994;

    public static byte[] Copy(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length > LongestText
            ? []
            : Encoding.ASCII.GetBytes($"\e]52;c;{Convert.ToBase64String(bytes)}\a");
    }
}
