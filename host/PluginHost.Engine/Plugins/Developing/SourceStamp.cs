namespace PluginHost.Engine.Plugins.Developing;

/// <summary>Tells whether the sources of a project are still those that were looked at: their names, lengths and times of writing.</summary>
internal readonly record struct SourceStamp(int Files, long Length, long Newest, int Names)
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules"];
    private static readonly string[] Kinds = [".cs", ".csproj", ".props", ".targets", ".resx", ".sql", ".json", ".yaml"];

    public static SourceStamp Of(string folder)
    {
        var stamp = default(SourceStamp);
        foreach (var file in FilesOf(new DirectoryInfo(folder)))
        {
            stamp = new SourceStamp(
                stamp.Files + 1,
                stamp.Length + file.Length,
                Math.Max(stamp.Newest, file.LastWriteTimeUtc.Ticks),
                stamp.Names ^ StringComparer.Ordinal.GetHashCode(file.FullName));
        }

        return stamp;
    }

    /// <summary>Whether a path is one that a build reads. What a build writes is not.</summary>
    public static bool IsSource(string folder, string path) =>
        Kinds.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
        && !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(IsSkipped);

    private static bool IsSkipped(string name) => Skipped.Contains(name, StringComparer.OrdinalIgnoreCase) || (name.StartsWith('.') && name.Length > 2);

    private static IEnumerable<FileInfo> FilesOf(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(file => Kinds.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)))
            yield return file;

        foreach (var below in folder.EnumerateDirectories().Where(below => !IsSkipped(below.Name)))
        {
            foreach (var file in FilesOf(below))
                yield return file;
        }
    }
}
