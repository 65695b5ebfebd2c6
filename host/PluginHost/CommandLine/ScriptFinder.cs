using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>Finds the script that a command line means.</summary>
internal static class ScriptFinder
{
    /// <returns>The full path.</returns>
    /// <exception cref="WrongUseException">There is none, or it is no script.</exception>
    public static string Find(string given)
    {
        var path = Path.GetFullPath(given);
        if (Directory.Exists(path))
            throw new WrongUseException($"{given} is a folder. Name a script in it, a .csx file.");

        if (!File.Exists(path))
        {
            var withEnding = File.Exists(path + ".csx") ? $" Did you mean \"{given}.csx\"?" : Nearest.Hint(given, Completions.ScriptPaths());
            throw new WrongUseException($"There is no script \"{given}\".{withEnding}");
        }

        // A text file of another kind would be compiled, and a hundred errors say nothing.
        return Path.GetExtension(path) is "" or ".csx" ? path : throw new WrongUseException($"{given} is no script: scripts are .csx files.");
    }
}
