using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Commands;

/// <summary>What the interface executed: the last thousand commands of this run, oldest first.</summary>
internal sealed class CommandLog(TimeProvider clock)
{
    private const int Kept = 1_000;
    private const int MostShown = 200;
    private readonly Queue<CommandLogEntry> _entries = new();

    /// <summary>Called when a command begins or ends.</summary>
    public event Action? Told;

    public IReadOnlyCollection<CommandLogEntry> Entries => _entries;

    public CommandLogEntry Begin(CommandEntry command, Record arguments)
    {
        var written = string.Join(' ', arguments.Fields.Select(field => $"{field.Key}={Directions.Close(field.Value.ToString())}")).ReplaceLineEndings(" ");
        var entry = new CommandLogEntry
        {
            At = clock.GetUtcNow(),
            Id = command.Id,
            Given = arguments,
            Arguments = written.Length > MostShown ? written[..MostShown] + "…" : written,
        };
        if (_entries.Count == Kept)
            _entries.Dequeue();

        _entries.Enqueue(entry);
        Told?.Invoke();
        return entry;
    }

    public void End(CommandLogEntry entry, string outcome, Severity severity)
    {
        (entry.Outcome, entry.Severity) = (outcome, severity);
        Told?.Invoke();
    }
}
