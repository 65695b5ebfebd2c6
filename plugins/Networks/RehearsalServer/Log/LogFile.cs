using System.Text;
using System.Text.Json;

namespace PluginHost.RehearsalServer;

/// <summary>
/// The file that the network only ever appends to, a line at a time, each in one write. A line that has been written outlives the process, however it
/// ends; half a line that a kill left at the end is cut off.
/// </summary>
internal sealed class LogFile : IDisposable
{
    private readonly FileStream _file;
    private readonly FileStream _claim;

    private LogFile(FileStream file, FileStream claim)
    {
        _file = file;
        _claim = claim;
    }

    /// <summary>Opens or makes the file, and reads what is in it.</summary>
    /// <exception cref="IOException">Another network writes to it, or it is no such log.</exception>
    public static LogFile Open(string path, out IReadOnlyList<LogLine> lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var claim = Claim(path);
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            lines = Read(file, out var whole);
            file.SetLength(whole);
            file.Position = whole;
            return new LogFile(file, claim);
        }
        catch
        {
            file?.Dispose();
            claim.Dispose();
            throw;
        }
    }

    public void Write(LogLine line)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(line, LogJson.Default.LogLine);
        var bytes = new byte[json.Length + 1];
        json.CopyTo(bytes, 0);
        bytes[^1] = (byte)'\n';
        _file.Write(bytes);
    }

    /// <summary>Reads the whole lines of a log.</summary>
    /// <param name="whole">Where the last of them ends.</param>
    public static List<LogLine> Read(Stream file, out long whole)
    {
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        var bytes = copy.GetBuffer().AsSpan(0, (int)copy.Length);
        var lines = new List<LogLine>();
        whole = 0;
        while (bytes[(int)whole..].IndexOf((byte)'\n') is var length and >= 0)
        {
            lines.Add(Parse(bytes.Slice((int)whole, length), lines.Count + 1));
            whole += length + 1;
        }

        return lines;
    }

    public void Dispose()
    {
        _file.Dispose();
        _claim.Dispose();
    }

    // Readers may open the log while it is written, so the log itself cannot say whose it is. The system gives the claim up with the process.
    private static FileStream Claim(string path)
    {
        try
        {
            return new FileStream(
                path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        }
        catch (IOException error)
        {
            throw new IOException($"Another network writes to {path} already, or the folder cannot be written. Give this one a log of its own.", error);
        }
    }

    private static LogLine Parse(ReadOnlySpan<byte> line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, LogJson.Default.LogLine) ?? throw new JsonException("it is null");
        }
        catch (JsonException error)
        {
            throw new IOException($"Line {number} is no line of a rehearsal network's log ({Encoding.UTF8.GetString(line)}): {error.Message}", error);
        }
    }
}
