using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Output;

/// <summary>
/// The workspace's output: a line for each thing that a plugin or the host has to say, in <c>.pluginhost/output.log</c>. The file is opened with
/// the first line. A line that cannot be written is kept in memory like the rest. Whatever floods it, lines and file have an end: a line that is too long is
/// cut, and a file that is too large gives way to a new one and is kept once, as <c>output.old.log</c>.
/// </summary>
public sealed class OutputLog
{
    private const int Kept = 1_000;
    private const int MostCharacters = 10_000;
    private const long MostOfFile = 8 << 20;

    private readonly Lock _gate = new();
    private readonly Lock _writing = new();
    private readonly Queue<OutputLine> _lines = new();
    private readonly string _file;
    private readonly TimeProvider _clock;

    internal OutputLog(string folder, TimeProvider clock)
    {
        _file = Path.Combine(folder, "output.log");
        _clock = clock;
    }

    /// <summary>Called with each line, on whatever thread wrote it.</summary>
    public event Action<OutputLine>? Added;

    /// <summary>The last thousand lines of this run, oldest first.</summary>
    public IReadOnlyList<OutputLine> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    /// <summary>Takes out of a line what nobody is to read.</summary>
    internal Func<string, string> Hide { get; init; } = static text => text;

    /// <summary>Why the file could not be written; null where it could.</summary>
    public string? WriteProblem { get; private set; }

    /// <summary>Writes a line: the source is a plugin's id, or <c>host</c>.</summary>
    public void Write(string source, Severity severity, string text) =>
        Write(new OutputLine { At = _clock.GetUtcNow(), Source = source, Severity = severity, Text = text });

    /// <summary>Writes the line of a fault.</summary>
    internal void WriteFault(string source, string text) =>
        Write(new OutputLine { At = _clock.GetUtcNow(), Source = source, Severity = Severity.Error, Text = text, IsFault = true });

    private void Write(OutputLine line)
    {
        line = line with { Text = Cut(Hide(line.Text)) };

        // Whoever reads the lines does not wait for the file.
        lock (_writing)
        {
            lock (_gate)
            {
                if (_lines.Count == Kept)
                    _lines.Dequeue();

                _lines.Enqueue(line);
            }

            Append(line);
        }

        Added?.Invoke(line);
    }

    private static string Cut(string text) => text.Length <= MostCharacters
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, MostCharacters)}… ({text.Length - MostCharacters} more characters)");

    private void Append(OutputLine line)
    {
        try
        {
            WorkspaceData.MakeFolder(Path.GetDirectoryName(_file)!);
            RefuseLink();
            MakeRoom();
            System.IO.File.AppendAllText(_file, string.Create(
                CultureInfo.InvariantCulture,
                $"{line.At:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {line.Severity.ToString().ToLowerInvariant()} {line.Source}: {line.Text.ReplaceLineEndings("\n    ")}\n"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            WriteProblem = error.Message;
        }
    }

    // It may have come with the folder, and lead to any file of the person.
    private void RefuseLink()
    {
        if (new FileInfo(_file).LinkTarget is not null)
            throw new IOException($"{_file} is a link, and nothing is written through one. Delete it.");
    }

    // Looked at for every line: other processes write to the same file.
    private void MakeRoom()
    {
        if (new FileInfo(_file) is { Exists: true, Length: > MostOfFile })
            System.IO.File.Move(_file, Path.ChangeExtension(_file, ".old.log"), overwrite: true);
    }
}
