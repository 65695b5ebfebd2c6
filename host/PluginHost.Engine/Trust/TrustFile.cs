using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PluginHost.Engine.Data;
using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Trust;

/// <summary>
/// One thing that is trusted, in a file of its own: two processes that trust two things never write one file, and what was taken back is a file less.
/// YAML, so that a person can read what the program believes.
/// </summary>
internal static class TrustFile
{
    /// <summary>The texts and lists of a file by their keys; null where it is none of ours, or damaged: what cannot be read gives no trust.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>>? Read(string file)
    {
        if (!FileText.TryRead(file, Path.GetFileName(file), out var text, out _))
            return null;

        var problems = new FileProblems(Path.GetFileName(file));
        if (YamlReader.Read(text, problems) is not YamlMapping mapping || problems.Any)
            return null;

        var read = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            read[entry.Key] = entry.Value switch
            {
                YamlScalar scalar => [scalar.Text],
                YamlSequence sequence => [.. sequence.Items.OfType<YamlScalar>().Select(item => item.Text)],
                _ => [],
            };
        }

        return read;
    }

    /// <summary>Writes a file whole, readable for the person alone.</summary>
    /// <exception cref="PluginHostException">It cannot be written.</exception>
    public static void Write(string file, string comment, params ReadOnlySpan<(string Key, object? Value)> entries)
    {
        var text = new StringBuilder().Append("# ").Append(comment).Append('\n');
        foreach (var (key, value) in entries)
        {
            if (value is not null)
                text.Append(key).Append(": ").Append(TextOf(value)).Append('\n');
        }

        var draft = $"{file}.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}.new";
        try
        {
            MakeFolder(Path.GetDirectoryName(file)!);
            System.IO.File.WriteAllText(draft, text.ToString());
            System.IO.File.Move(draft, file, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"{file} cannot be written, so what you trust cannot be kept: {error.Message}", error);
        }
    }

    // JSON's texts are YAML's, whatever stands in them.
    private static string TextOf(object value) => value switch
    {
        IReadOnlyList<string> list => $"[{string.Join(", ", list.Select(TextOf))}]",
        DateTimeOffset instant => TextOf(instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        _ => $"\"{JsonEncodedText.Encode(value.ToString()!, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"",
    };

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
