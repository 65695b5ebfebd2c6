using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Scripts;

/// <summary>The scripts of a workspace: the <c>.csx</c> files of its folder <c>scripts</c>.</summary>
internal sealed class ScriptFileList(string root)
{
    private const string Ending = ".csx";
    private readonly string _folder = Path.Combine(root, "scripts");

    /// <summary>Their paths, in the order of their names; none where there is no folder.</summary>
    public IReadOnlyList<string> Read() =>
        Directory.Exists(_folder) ? [.. Directory.EnumerateFiles(_folder, "*" + Ending).Order(StringComparer.Ordinal)] : [];

    /// <summary>The full path of a script by its name or path.</summary>
    /// <exception cref="WrongUseException">There is no such script.</exception>
    public string Find(string script)
    {
        var path = Path.GetFullPath(Path.Combine(_folder, script.EndsWith(Ending, StringComparison.Ordinal) ? script : script + Ending));
        return File.Exists(path) ? path : throw new WrongUseException(Texts.Fill(Texts.ScriptNotThere, script, Nearest.Hint(script, Read().Select(NameOf))));
    }

    /// <summary>Makes a script with a first few lines to change.</summary>
    /// <exception cref="PluginHostException">There is one of this name, or it cannot be written.</exception>
    public string Make(string name, string text)
    {
        if (name.Length == 0 || name.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || name.Contains('/', StringComparison.Ordinal) || name[0] == '.')
            throw new WrongUseException(Texts.Fill(Texts.ScriptNameWrong, name));

        var path = Path.Combine(_folder, name.EndsWith(Ending, StringComparison.Ordinal) ? name : name + Ending);
        try
        {
            Directory.CreateDirectory(_folder);
            using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
            file.Write(text);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException(Texts.Fill(Texts.ScriptUnwritten, name, error.Message));
        }
    }

    public static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    /// <summary>The comment with which a script begins: what it is for. Empty where it begins otherwise.</summary>
    public static string AboutOf(string path)
    {
        try
        {
            using var lines = File.ReadLines(path).GetEnumerator();
            return lines.MoveNext() && lines.Current.StartsWith("//", StringComparison.Ordinal) ? lines.Current[2..].Trim() : "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }
}
