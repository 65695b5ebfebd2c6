using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>Writes files all or nothing: readers see the old text or the new, and a power failure leaves one of the two.</summary>
internal static class WholeFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes a text as UTF-8. Folders are made.</summary>
    /// <exception cref="EncoderFallbackException">The text holds half of a character.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static Task WriteAsync(string file, string text, CancellationToken cancel) => WriteAsync(file, Utf8.GetBytes(text), cancel);

    /// <summary>Writes bytes. Folders are made.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static async Task WriteAsync(string file, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!).FullName;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(file)}.{Path.GetRandomFileName()}");
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

    /// <summary>Says that a text cannot be written, where it holds half of a character.</summary>
    public static PluginHostException HalfCharacter(string path, EncoderFallbackException error) => new(
        $"The text for {path} holds half of a character (a lone surrogate), which UTF-8 cannot say. Nothing was written.", error);
}
