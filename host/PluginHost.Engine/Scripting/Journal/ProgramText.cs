using System.Globalization;
using System.Text;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Tells apart what a script consists of, in one line that can be kept: each file with its length and checksum. It finds a change, not malice, so a
/// cryptographic hash, which costs 5 ms of start-up, would gain nothing.
/// </summary>
internal static class ProgramText
{
    public static string Of(ScriptProgram program)
    {
        var text = new StringBuilder();
        foreach (var file in program.Files)
        {
            text.Append(text.Length == 0 ? "" : " | ");
            text.Append(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(program.Folder, file.Path).Replace('\\', '/')} ");
            text.Append(CultureInfo.InvariantCulture, $"{file.Bytes.Length} {ScriptKey.Checksum(file.Bytes):x8}");
        }

        return text.ToString();
    }
}
