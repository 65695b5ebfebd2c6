using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace PluginHost.Engine.Rehearsing;

/// <summary>What a plan depends on: files, by what is in them.</summary>
internal static partial class PlanInputs
{
    /// <summary>The script and whatever it loads, however deep.</summary>
    public static IReadOnlyList<string> ProgramOf(string script)
    {
        var files = new List<string>();
        Add(Path.GetFullPath(script));
        return files;

        void Add(string file)
        {
            if (files.Contains(file) || !File.Exists(file))
                return;

            files.Add(file);
            foreach (Match load in Loads().Matches(File.ReadAllText(file)))
                Add(Path.GetFullPath(load.Groups[1].Value, Path.GetDirectoryName(file)!));
        }
    }

    /// <summary>The SHA-256 of a file; empty where there is none.</summary>
    public static string HashOf(string file) => File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) : "";

    [GeneratedRegex("^\\s*#load\\s+\"([^\"]+)\"", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Loads();
}
