using System.Text.RegularExpressions;

namespace PluginHost.PressRoom.Releases;

/// <summary>A file of a release, by its name: <c>releases/five-languages.nb.md</c>.</summary>
internal sealed partial record ReleaseFile
{
    public required string Path { get; init; }

    public required string Release { get; init; }

    /// <summary>Its language (BCP 47), in small letters: pages lie in folders that are called so, and <c>EN</c> is no other language than <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Reads a path. A Markdown file without a language in its name is no release: a read-me.</summary>
    /// <param name="folder">The folder of releases. What lies deeper is none: blocks, pictures.</param>
    /// <param name="path">The path within the workspace.</param>
    public static ReleaseFile? Read(string folder, string path)
    {
        if (!path.StartsWith(folder + "/", StringComparison.Ordinal))
            return null;

        var match = Name().Match(path[(folder.Length + 1)..]);
        return match.Success ? new ReleaseFile { Path = path, Release = match.Groups["name"].Value, Language = match.Groups["language"].Value.ToLowerInvariant() } : null;
    }

    public static bool IsName(string name) => NameAlone().IsMatch(name);

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9][A-Za-z0-9_-]*)\.(?<language>[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)\.md$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NameAlone();
}
