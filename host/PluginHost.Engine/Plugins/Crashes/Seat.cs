using System.IO.MemoryMappedFiles;
using System.Text;
using PluginHost.Engine.Plugins.Index;

namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>
/// One guest's place in the slot of this process: how many threads are in its code at this moment, and in which call it began last. Whoever runs guest code
/// comes and goes here, so it is a few writes to mapped memory: they outlive the process, however it ends.
/// </summary>
internal sealed class Seat
{
    private readonly MemoryMappedViewAccessor _slot;
    private readonly long _at;
    private string? _entry;
    private int _inside;
    private int _runs;

    public Seat(MemoryMappedViewAccessor slot, int number, string plugin)
    {
        (_slot, _at, Number, Plugin) = (slot, SlotLayout.SeatAt(number), number, plugin);
        Write(SlotLayout.Plugin, SlotLayout.PluginBytes, plugin);
    }

    public int Number { get; }

    public string Plugin { get; }

    /// <summary>Whether a thread is in the guest's code.</summary>
    public bool IsTaken => Volatile.Read(ref _inside) > 0;

    /// <summary>How often a thread has gone in: whoever is in at two looks with the same number has not come out between.</summary>
    public int Runs => Volatile.Read(ref _runs);

    /// <summary>Notes which build of the guest sits here: another one may lie there when somebody asks.</summary>
    public void Stamp(FileStamp stamp)
    {
        try
        {
            _slot.Write(_at + SlotLayout.Length, stamp.Length);
            _slot.Write(_at + SlotLayout.WrittenTicks, stamp.WrittenTicks);
        }
        catch (ObjectDisposedException)
        {
            // The engine was closed while the guest was loaded.
        }
    }

    public void Enter()
    {
        Interlocked.Increment(ref _runs);
        Mark(Interlocked.Increment(ref _inside));
    }

    public void Leave() => Mark(Interlocked.Decrement(ref _inside));

    /// <summary>Notes which call begins.</summary>
    public void Begin(string entry)
    {
        if (ReferenceEquals(entry, _entry))
            return;

        _entry = entry;
        Write(SlotLayout.Entry, SlotLayout.EntryBytes, entry);
    }

    private void Mark(int inside)
    {
        try
        {
            _slot.Write(_at + SlotLayout.Inside, inside);
        }
        catch (ObjectDisposedException)
        {
            // A zombie comes and goes after the engine was closed.
        }
    }

    private void Write(int field, int most, string text)
    {
        Span<byte> bytes = stackalloc byte[most];
        var length = Encoding.UTF8.GetBytes(text.AsSpan(0, Math.Min(text.Length, most / 3)), bytes);
        try
        {
            // The length last: half a text is not to be read.
            _slot.Write(_at + field, 0);
            _slot.SafeMemoryMappedViewHandle.WriteSpan<byte>((ulong)(_at + field + sizeof(int)), bytes[..length]);
            _slot.Write(_at + field, length);
        }
        catch (ObjectDisposedException)
        {
            // As above.
        }
    }
}
