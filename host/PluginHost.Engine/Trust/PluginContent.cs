using System.Globalization;
using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Engine.Trust;

/// <summary>What an installed plugin consists of: all files in its folder. A consent is given to them, and not to whatever may lie there later.</summary>
internal static class PluginContent
{
    /// <summary>Lengths and times of all files, in short: cheap, and asked at every start.</summary>
    public static string StampOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, file) in FilesIn(folder))
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{name}\0{file.Length}\0{file.LastWriteTimeUtc.Ticks}\n")));

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>The SHA-512 of all files with their names.</summary>
    public static string Sha512Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        foreach (var (name, file) in FilesIn(folder))
        {
            using var stream = file.OpenRead();
            var content = SHA512.HashData(stream);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // By one order on every machine. Folders behind links are not walked into: they may lead round in circles.
    private static IEnumerable<(string Name, FileInfo File)> FilesIn(string folder) =>
        new FileSystemEnumerable<FileInfo>(
            folder,
            (ref FileSystemEntry entry) => (FileInfo)entry.ToFileSystemInfo(),
            new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        }
        .Select(file => (Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file))
        .OrderBy(pair => pair.Item1, StringComparer.Ordinal);
}
