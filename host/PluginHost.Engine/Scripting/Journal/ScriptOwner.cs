using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PluginHost.Engine.Scripting;

/// <summary>The process that runs an occurrence. Its start tells it from a later process with the same id.</summary>
internal sealed record ScriptOwner
{
    private const int FieldsBeforeStart = 19;

    public required string Machine { get; init; }

    public required int Process { get; init; }

    public required string Started { get; init; }

    public static ScriptOwner OfThisProcess() => new()
    {
        Machine = Environment.MachineName,
        Process = Environment.ProcessId,
        Started = StartOf(Environment.ProcessId) ?? "",
    };

    /// <summary>Whether the owner of an occurrence still works on it. Of another machine's, only how long it has promised to is known.</summary>
    public static bool IsAlive(string owner, DateTimeOffset aliveUntil, DateTimeOffset now)
    {
        if (owner.Split('|') is not [var machine, var process, var started])
            return false;

        return machine == Environment.MachineName && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? StartOf(id) == started
            : aliveUntil > now;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Machine}|{Process}|{Started}");

    // On Linux, the time since the machine started, which does not move when its clock is set.
    private static string? StartOf(int process)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                using var known = System.Diagnostics.Process.GetProcessById(process);
                return known.StartTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
            }

            var line = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == "Z" ? null : fields[FieldsBeforeStart];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
