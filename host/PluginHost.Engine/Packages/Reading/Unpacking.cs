namespace PluginHost.Engine.Packages.Reading;

/// <summary>Writes the files of a package into a folder that nobody uses yet. What a package says of lengths is not believed: what comes is counted.</summary>
internal static class Unpacking
{
    /// <returns>What is wrong with the package; null where all was written.</returns>
    /// <exception cref="IOException">It cannot be written, as where the disk is full.</exception>
    public static async Task<string?> WriteAsync(PluginPackage package, string folder, PackageLimits limits, CancellationToken cancel)
    {
        var buffer = new byte[81_920];
        var left = limits.Unpacked;
        foreach (var file in package.Files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                await using var from = file.Open();
                await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
                var length = 0L;
                while (await from.ReadAsync(buffer, cancel) is > 0 and var read)
                {
                    (length, left) = (length + read, left - read);
                    if (length > file.Length || left < 0)
                        return $"{file.Path} unpacks to more than it says, without an end in sight.";

                    await to.WriteAsync(buffer.AsMemory(0, read), cancel);
                }

                if (length < file.Length)
                    return $"{file.Path} is not there whole. Fetch the package again.";
            }
            catch (InvalidDataException error)
            {
                return $"{file.Path} is damaged: {error.Message} Fetch the package again.";
            }
        }

        return null;
    }
}
