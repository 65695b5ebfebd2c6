using System.Globalization;
using System.Text;
using PluginHost.Engine.Packages.Locking;

namespace PluginHost.Engine.Packages.Installed;

/// <summary>
/// The files of an installed plugin with their hashes. The lock holds the hash of the list, so that neither a file nor the list can be changed without being noticed.
/// </summary>
internal sealed class FileList
{
    private FileList(IReadOnlyList<ListedFile> files) => Files = files;

    /// <summary>The files, by path.</summary>
    public IReadOnlyList<ListedFile> Files { get; }

    public string Text => string.Concat(Files.Select(file => $"{file.Sha512} {file.Length.ToString(CultureInfo.InvariantCulture)} {file.Path}\n"));

    /// <summary>The SHA-512 of the list.</summary>
    public string Hash => Sha512Text.Of(Encoding.UTF8.GetBytes(Text));

    /// <summary>Hashes what is in a folder.</summary>
    public static FileList Of(string folder) => new(
    [
        .. PathsIn(folder).Select(path => (Path: path, Full: Path.Combine(folder, path)))
            .Select(file => new ListedFile(file.Path, new FileInfo(file.Full).Length, Sha512Text.OfFile(file.Full))),
    ]);

    /// <summary>Reads a list; null where the text is none.</summary>
    public static FileList? Parse(string text)
    {
        var files = new List<ListedFile>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(' ', 3) is not [var hash, var length, { Length: > 0 } path] || !Sha512Text.IsValid(hash) || !long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
                return null;

            files.Add(new ListedFile(path, bytes, hash));
        }

        return new FileList(files);
    }

    /// <summary>Names the first file that is not as it was; null where all are.</summary>
    public string? Differs(string folder)
    {
        var there = PathsIn(folder).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Files)
        {
            if (!there.Remove(file.Path))
                return $"{file.Path} is missing";

            var full = Path.Combine(folder, file.Path);
            if (new FileInfo(full).Length != file.Length || Sha512Text.OfFile(full) != file.Sha512)
                return $"{file.Path} was altered";
        }

        return there.Count > 0 ? $"{there.Order(StringComparer.Ordinal).First()} was added" : null;
    }

    /// <summary>The files of a folder, with slashes, in an order that no language changes.</summary>
    public static IEnumerable<string> PathsIn(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
