using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>Writes files all or nothing: readers see the old text or the new, and a power failure leaves one of the two.</summary>
internal static class WholeFile
{
    // What is written here and is not in its place yet: nobody else calls a file so.
    private const string Ending = ".half-written";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Links are not followed: they may lead out, or round in circles. What begins with a dot counts as hidden.
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Writes a text as UTF-8. Folders are made.</summary>
    /// <exception cref="EncoderFallbackException">The text holds half of a character.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static Task WriteAsync(string file, string text, CancellationToken cancel) => WriteAsync(file, Utf8.GetBytes(text), cancel);

    /// <summary>Writes bytes. Folders are made.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static async Task WriteAsync(string file, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!).FullName;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(file)}.{Path.GetRandomFileName()}{Ending}");
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(bytes, cancel);

                // On disk before it takes the old one's place.
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(file))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(file));

            cancel.ThrowIfCancellationRequested();
            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Deletes what interrupted writes have left in a folder and in all folders in it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="before">When it must have been written last: what is younger may be being written.</param>
    /// <param name="cancel">Cancels looking.</param>
    /// <returns>How many were deleted.</returns>
    public static int Sweep(string folder, DateTimeOffset before, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
            return 0;

        var swept = 0;
        foreach (var file in Directory.EnumerateFiles(folder, $".*{Ending}", Everywhere))
        {
            cancel.ThrowIfCancellationRequested();
            if (File.GetLastWriteTimeUtc(file) >= before.UtcDateTime)
                continue;

            File.Delete(file);
            swept++;
        }

        return swept;
    }

    /// <summary>Says that a text cannot be written, where it holds half of a character.</summary>
    public static PluginHostException HalfCharacter(string path, EncoderFallbackException error) => new(
        $"The text for {path} holds half of a character (a lone surrogate), which UTF-8 cannot say. Nothing was written.", error);
}
