using System.IO.MemoryMappedFiles;
using PluginHost.Engine.Plugins.Index;

namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>
/// Keeps the mark of who is inside, where it outlives the process: a file of this process in the workspace's data, mapped to memory. It is made with the first
/// guest and deleted at an orderly end, so a file that nobody holds tells of an end that was none. Deciding about it is the <see cref="Inquest"/>'s.
/// </summary>
internal sealed class CrashSentinel(CrashFolder folder, TimeProvider clock, Action<string> tell) : IDisposable
{
    // Long enough for whoever is inside only in passing to come out.
    private const int Looks = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Seat> _seats = new(StringComparer.Ordinal);
    private FileStream? _file;
    private MemoryMappedFile? _map;
    private MemoryMappedViewAccessor? _slot;
    private bool _isOver;

    /// <summary>The seat of a guest; null where there is none to be had: the folder cannot be written, or all are taken.</summary>
    /// <param name="plugin">The guest.</param>
    /// <param name="stamp">Its assembly, as it is loaded now.</param>
    public Seat? SeatOf(string plugin, FileStamp stamp)
    {
        lock (_gate)
        {
            if (!_seats.TryGetValue(plugin, out var seat))
            {
                if (_isOver || (_slot is null && !TryOpen()) || _seats.Count == SlotLayout.Seats)
                    return null;

                _seats[plugin] = seat = new Seat(_slot!, _seats.Count, plugin);
            }

            seat.Stamp(stamp);
            return seat;
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        lock (_gate)
        {
            _isOver = true;
            if (_file is not { } file)
                return;

            _slot!.Dispose();
            _map!.Dispose();
            CrashFolder.Delete(file.Name);
            file.Dispose();

            // Where what is open cannot be deleted, as on Windows.
            CrashFolder.Delete(file.Name);
            _file = null;
        }
    }

    private bool TryOpen()
    {
        try
        {
            _file = folder.CreateSlot();
            _file.SetLength(SlotLayout.Size);
            _map = MemoryMappedFile.CreateFromFile(_file, null, SlotLayout.Size, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: true);
            _slot = _map.CreateViewAccessor();
            _slot.Write(SlotLayout.StartedAt, clock.GetUtcNow().ToUnixTimeMilliseconds());
            _slot.Write(SlotLayout.VersionAt, SlotLayout.Version);
            AppDomain.CurrentDomain.ProcessExit += OnExit;
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Guests run all the same; only the next start will not know who ended this process.
            _isOver = true;
            tell($"Which plugin ends the program, should one do so, will not be known: {error.Message}");
            return false;
        }
    }

    // An orderly end closes the engine first, and signals raise no such event. So somebody has called Environment.Exit. This runs on a thread of the runtime's;
    // the caller waits inside for it, and is the one who does not come out.
    private void OnExit(object? sender, EventArgs exit)
    {
        List<(Seat Seat, int Run)> inside;
        lock (_gate)
            inside = [.. _seats.Values.Where(seat => seat.IsTaken).Select(seat => (seat, seat.Runs))];

        using var never = new ManualResetEventSlim();
        for (var i = 0; i < Looks && inside.Count > 0; i++)
        {
            never.Wait(BetweenLooks);
            inside.RemoveAll(one => !one.Seat.IsTaken || one.Seat.Runs != one.Run);
        }

        // Of two that do not come out, one may hang and be innocent: then nobody is named.
        if (inside is not [var (caller, _)] || _slot is not { } slot)
            return;

        slot.Write(SlotLayout.ExitSeat, caller.Number);
        slot.Write(SlotLayout.ExitAt, clock.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
