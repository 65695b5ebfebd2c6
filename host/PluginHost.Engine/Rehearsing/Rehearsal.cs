using PluginHost.Engine.Scripting;
using PluginHost.Engine.Store;
using PluginHost.Engine.Store.Sqlite;

namespace PluginHost.Engine.Rehearsing;

/// <summary>All that is other in a rehearsal than in earnest. The engine asks for it in a few places, and is the same for the rest.</summary>
internal sealed record Rehearsal
{
    /// <summary>How often sources are asked at most: a network is not asked every second in earnest either.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromMinutes(1);

    public required StageClock Clock { get; init; }

    public required Stage Stage { get; init; }

    /// <summary>The folder in place of the workspace's <c>.pluginhost</c>.</summary>
    public required string Data { get; init; }

    /// <summary>What lies over the workspace's files.</summary>
    public required Overlay Overlay { get; init; }

    public required RehearsalNotes Notes { get; init; }

    /// <summary>Notes that the script reads a file, which a plan depends on then.</summary>
    /// <returns>Where it is to be read.</returns>
    public string NoteRead(string file)
    {
        Notes.NoteRead(file);
        return Overlay.ForReading(file);
    }

    /// <summary>Makes the journal of the next run.</summary>
    public IJournalStore Journal() => new BriefJournal(Clock, Notes.Runs);

    /// <summary>Opens the copy of the store.</summary>
    public WorkspaceStore OpenStore(Action<string>? mark) => new(
        new SqliteDatabase(Path.Combine(Data, WorkFolder.StoreName), Clock, TimeSpan.FromSeconds(10), isPrivate: true), Clock)
    {
        Mark = name =>
        {
            if (name is Marks.Committed or Marks.CommittedRelaxed)
                Clock.NoteWritten(isSettled: name is Marks.Committed);

            mark?.Invoke(name);
        },
    };
}
