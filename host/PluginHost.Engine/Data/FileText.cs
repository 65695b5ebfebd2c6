using System.Diagnostics.CodeAnalysis;
using System.Text;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Data;

/// <summary>Reads the text files that people write. They are UTF-8, or say otherwise with a byte order mark; anything else is refused, not guessed at.</summary>
internal static class FileText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file, or says why it cannot be read.</summary>
    /// <exception cref="PluginHostException">There is no such file, or it is no text.</exception>
    public static string Read(string fullPath, string displayName) =>
        TryRead(fullPath, displayName, out var text, out var problem) ? text : throw new PluginHostException(problem.ToString());

    /// <summary>Reads a file, or hands back why it cannot be read.</summary>
    public static bool TryRead(
        string fullPath, string displayName, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out ConfigurationProblem? problem)
    {
        text = null;
        problem = null;
        byte[] bytes = [];
        try
        {
            bytes = File.ReadAllBytes(fullPath);
            using var reader = new StreamReader(new MemoryStream(bytes), Strict, detectEncodingFromByteOrderMarks: true);
            text = reader.ReadToEnd();
            return true;
        }
        catch (DecoderFallbackException)
        {
            problem = Problem(displayName, LineOfFirstBadByte(bytes), "this is not UTF-8. Save the file as UTF-8.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = Problem(displayName, 0, $"there is no such file.{Hint(fullPath, displayName)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = Problem(displayName, 0, Directory.Exists(fullPath) ? "this is a folder, not a file." : $"the file cannot be read: {exception.Message}");
        }

        return false;
    }

    private static ConfigurationProblem Problem(string file, int line, string message) => new() { File = file, Line = line, Message = message };

    internal static int LineOfFirstBadByte(ReadOnlySpan<byte> bytes)
    {
        var line = 1;
        foreach (var range in bytes.Split((byte)'\n'))
        {
            if (!System.Text.Unicode.Utf8.IsValid(bytes[range]))
                return line;

            line++;
        }

        return 0;
    }

    // Suggests a file of the same folder, written as the missing one was.
    private static string Hint(string fullPath, string displayName)
    {
        var folder = Path.GetDirectoryName(fullPath);
        if (folder is null || !Directory.Exists(folder))
            return $" There is no folder \"{Path.GetFileName(folder)}\" either.";

        try
        {
            var names = Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file));
            return Nearest.To(Path.GetFileName(fullPath), names) is { } nearest
                ? $" Did you mean \"{displayName[..(displayName.LastIndexOfAny(['/', '\\']) + 1)]}{nearest}\"?"
                : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
