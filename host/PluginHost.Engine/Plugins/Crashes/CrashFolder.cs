using System.Globalization;

namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>
/// The folder in the workspace's data with what outlives a process that ends badly: a slot for each, the runtime's last words, and who is left out. Files of a
/// process that lives are locked, so that the next one leaves them alone; a machine leaves alone those of another.
/// </summary>
internal sealed class CrashFolder(string data)
{
    private const string Slot = "inside";
    private const string Words = "words";
    private const int MostSlots = 1_000;
    private const int MostBytes = 1 << 20;

    private static readonly string Machine = new([.. Environment.MachineName.Select(character => char.IsLetterOrDigit(character) ? character : '_')]);

    /// <summary>Where the last words of the process that ended last are kept for people to read.</summary>
    public string LastWords => System.IO.Path.Combine(Path, "last-words.txt");

    public string LeftOut => System.IO.Path.Combine(Path, "left-out.json");

    public string Path { get; } = System.IO.Path.Combine(data, "crashes");

    /// <summary>Makes the slot of an engine in this process, and holds it.</summary>
    public FileStream CreateSlot()
    {
        Make();
        for (var number = 1; ; number++)
        {
            try
            {
                return new FileStream(NameOf(Slot, Environment.ProcessId, number), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (number < MostSlots && System.IO.File.Exists(NameOf(Slot, Environment.ProcessId, number)))
            {
                // Another engine of this process, or of one that had its number once.
            }
        }
    }

    /// <summary>Makes the file for the last words of this process, and holds it.</summary>
    public FileStream CreateWords()
    {
        Make();
        return new FileStream(NameOf(Words, Environment.ProcessId, 0), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>The files of processes of this machine that have ended, by the process's number. They are gone from the folder then.</summary>
    public IReadOnlyList<DeadProcess> TakeDead()
    {
        if (!Directory.Exists(Path))
            return [];

        var dead = new Dictionary<int, DeadProcess>();
        foreach (var file in Directory.EnumerateFiles(Path))
        {
            if (System.IO.Path.GetFileNameWithoutExtension(file).Split('-') is [var kind, var machine, var process, ..]
                && machine == Machine
                && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && Take(file) is var (bytes, at))
            {
                var known = dead.GetValueOrDefault(number) ?? new DeadProcess { Number = number, At = at };
                dead[number] = kind switch
                {
                    Slot => known with { Slots = DeadSlot.Read(bytes) is { } slot ? [.. known.Slots, slot] : known.Slots },
                    Words => known with { Words = System.Text.Encoding.UTF8.GetString(bytes), At = at },
                    _ => known,
                };
            }
        }

        return [.. dead.Values.OrderBy(process => process.At)];
    }

    public static void Delete(string file)
    {
        try
        {
            System.IO.File.Delete(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next start finds it empty of guests.
        }
    }

    private void Make()
    {
        WorkspaceData.MakeFolder(System.IO.Path.GetDirectoryName(Path)!);
        Directory.CreateDirectory(Path);
    }

    private static (byte[] Bytes, DateTimeOffset At)? Take(string file)
    {
        try
        {
            // Gone before it is let go of, so that nobody else takes it too.
            using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            var bytes = new byte[Math.Min(held.Length, MostBytes)];
            held.ReadExactly(bytes);
            return (bytes, System.IO.File.GetLastWriteTimeUtc(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Its process lives.
            return null;
        }
    }

    private string NameOf(string kind, int process, int number) =>
        System.IO.Path.Combine(Path, string.Create(CultureInfo.InvariantCulture, $"{kind}-{Machine}-{process}-{number}"));
}
