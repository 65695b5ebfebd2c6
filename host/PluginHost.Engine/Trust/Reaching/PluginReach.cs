using PluginHost.Engine.Plugins.Running;

namespace PluginHost.Engine.Trust.Reaching;

/// <summary>
/// What a plugin's code can do past the host, found without loading it: in its own assembly, and in each library that it brings. It tells what is there to be
/// seen, and proves nothing: code that looks names up while it runs cannot be seen.
/// </summary>
public sealed record PluginReach
{
    private const long LargestFile = 256 * 1024 * 1024;
    private const int MostFiles = 1000;
    private const int MostNamed = 4;

    private static readonly string Framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <summary>What the plugin's own assembly reaches.</summary>
    public IReadOnlyList<FoundReach> Own { get; private init; } = [];

    /// <summary>What its libraries reach, by their files, in order; those that reach nothing are left out.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<FoundReach>>> Libraries { get; private init; } = [];

    /// <summary>Files of native code that it brings.</summary>
    public IReadOnlyList<string> NativeFiles { get; private init; } = [];

    /// <summary>Files that could not be read, so that nothing is known of them.</summary>
    public IReadOnlyList<string> Unread { get; private init; } = [];

    /// <summary>Looks through a plugin.</summary>
    /// <param name="entryPath">The full path of its assembly; what lies beside and below it is its own.</param>
    public static PluginReach Of(string entryPath)
    {
        var (own, libraries, native, unread) = (default(IReadOnlyList<FoundReach>), new List<KeyValuePair<string, IReadOnlyList<FoundReach>>>(), new List<string>(), new List<string>());
        var folder = Path.GetDirectoryName(entryPath)!;
        foreach (var file in FilesIn(folder))
        {
            var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
            try
            {
                if (Read(file) is not { } found)
                    native.Add(name);
                else if (file == entryPath)
                    own = found;
                else if (found.Count > 0)
                    libraries.Add(new(name, found));
            }
            catch (Exception error) when (error is BadImageFormatException or IOException or UnauthorizedAccessException)
            {
                unread.Add(name);
            }
        }

        return new PluginReach { Own = own ?? [], Libraries = libraries, NativeFiles = native, Unread = unread };
    }

    /// <summary>The same for people, a line each, with what the plugin asks for told apart from what it does not say.</summary>
    /// <param name="needs">What its <c>plugin.yaml</c> asks for.</param>
    public IReadOnlyList<string> Describe(IReadOnlyList<string> needs)
    {
        var lines = new List<string>();
        if (Own.Count > 0)
            lines.Add("Past PluginHost, which cannot check it, its code can");

        lines.AddRange(Own.Select(found => Line(found, needs)));
        foreach (var (library, reach) in Libraries)
        {
            lines.Add($"Its library {library} can");
            lines.AddRange(reach.Select(found => Line(found, needs)));
        }

        if (NativeFiles.Count > 0)
            lines.Add($"It brings native code, which nothing can look into: {Some(NativeFiles)}");

        if (Unread.Count > 0)
            lines.Add($"These files cannot be read, so nothing is known of them: {Some(Unread)}");

        return lines;
    }

    /// <summary>What it reaches that a need stands for and that it does not ask for: the words of each, once.</summary>
    /// <param name="needs">What its <c>plugin.yaml</c> asks for.</param>
    public IReadOnlyList<string> Undeclared(IReadOnlyList<string> needs) =>
    [
        .. Own.Concat(Libraries.SelectMany(library => library.Value))
            .Where(found => found.Rule.Need is { } need && !needs.Contains(need))
            .Select(found => $"{found.Rule.Words} ({found.Rule.Need})")
            .Distinct(StringComparer.Ordinal),
    ];

    private static string Line(FoundReach found, IReadOnlyList<string> needs)
    {
        var declared = found.Rule.Need switch
        {
            null => "",
            var need when needs.Contains(need) => $"; it asks for {need}, and passes PluginHost by all the same",
            var need => $"; it does not ask for {need}",
        };
        return $"  {found.Rule.Words}: {Some(found.By)}{declared}";
    }

    private static string Some(IReadOnlyList<string> names) =>
        names.Count <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} more";

    private static IReadOnlyList<FoundReach>? Read(string file)
    {
        using var stream = System.IO.File.OpenRead(file);
        if (stream.Length > LargestFile)
            throw new BadImageFormatException("It is larger than any assembly.");

        return IsPortableExecutable(stream) ? AssemblyReach.Of(stream) : null;
    }

    private static bool IsPortableExecutable(FileStream stream)
    {
        var isOne = stream.ReadByte() == 'M' && stream.ReadByte() == 'Z';
        stream.Position = 0;
        return isOne;
    }

    // What the host's own copy stands for is never loaded from here.
    private static IEnumerable<string> FilesIn(string folder) => !Directory.Exists(folder) ? [] : Directory
        .EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 8, IgnoreInaccessible = true })
        .Where(file => Path.GetExtension(file) is ".dll" or ".so" or ".dylib" or ".exe" || Path.GetFileName(file).Contains(".so.", StringComparison.Ordinal))
        .Where(file => !System.IO.File.Exists(Path.Combine(Framework, Path.GetFileName(file))) && !ContractAssemblies.Own.Any(own => own.GetName().Name == Path.GetFileNameWithoutExtension(file)))
        .Order(StringComparer.Ordinal)
        .Take(MostFiles);
}
