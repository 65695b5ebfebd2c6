using System.Buffers.Binary;
using System.Text;
using PluginHost.Engine.Plugins.Index;

namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>The slot of a process that is gone, read.</summary>
internal sealed record DeadSlot
{
    /// <summary>Who was inside when it ended.</summary>
    public required IReadOnlyList<DeadSeat> Inside { get; init; }

    /// <summary>Who had a seat, inside or not.</summary>
    public IReadOnlyList<DeadSeat> Seated { get; init; } = [];

    /// <summary>Who has called <c>Environment.Exit</c>; null where nobody is known to have.</summary>
    public DeadSeat? Caller { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? ExitAt { get; init; }

    /// <summary>Reads a slot; null where it is none of this layout.</summary>
    public static DeadSlot? Read(byte[] bytes)
    {
        if (bytes.Length < SlotLayout.Size || Long(bytes, SlotLayout.VersionAt) != SlotLayout.Version)
            return null;

        var inside = Enumerable.Range(0, SlotLayout.Seats).Where(seat => Int(bytes, SlotLayout.SeatAt(seat) + SlotLayout.Inside) > 0).ToList();
        var (exit, caller) = (Long(bytes, SlotLayout.ExitAt), Int(bytes, SlotLayout.ExitSeat));
        return new DeadSlot
        {
            Seated = [.. Enumerable.Range(0, SlotLayout.Seats).Select(seat => SeatOf(bytes, seat)).Where(seat => seat.Plugin.Length > 0)],
            Inside = [.. inside.Select(seat => SeatOf(bytes, seat))],
            Caller = exit > 0 && caller is >= 0 and < SlotLayout.Seats ? SeatOf(bytes, caller) : null,
            ExitAt = exit > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(exit) : null,
        };
    }

    private static DeadSeat SeatOf(byte[] bytes, int seat) => new()
    {
        Plugin = Text(bytes, SlotLayout.SeatAt(seat) + SlotLayout.Plugin, SlotLayout.PluginBytes),
        Entry = Text(bytes, SlotLayout.SeatAt(seat) + SlotLayout.Entry, SlotLayout.EntryBytes),
        Stamp = Long(bytes, SlotLayout.SeatAt(seat) + SlotLayout.Length) is > 0 and var length
            ? new FileStamp(length, Long(bytes, SlotLayout.SeatAt(seat) + SlotLayout.WrittenTicks))
            : null,
    };

    private static string Text(byte[] bytes, int at, int most) =>
        Encoding.UTF8.GetString(bytes, at + sizeof(int), Math.Clamp(Int(bytes, at), 0, most));

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private static long Long(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
}
