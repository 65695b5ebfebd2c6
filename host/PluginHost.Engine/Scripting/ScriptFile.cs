using System.Text;

namespace PluginHost.Engine.Scripting;

/// <summary>A script, or a file that it loads, as it was when it was read.</summary>
internal sealed class ScriptFile(string path, byte[] bytes)
{
    public string Path { get; } = path;

    public byte[] Bytes { get; } = bytes;

    /// <summary>A line of it, for messages; empty where there is no such line.</summary>
    public string LineAt(int number)
    {
        using var reader = new StreamReader(new MemoryStream(Bytes), Encoding.UTF8);
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (line == number)
                return text;
        }

        return "";
    }
}
