namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>
/// Where what stands in a slot: a head that says whose it is, and a seat for each guest. A slot is read by the process that comes after, which may be a later
/// version of this program: the head's first number changes with the layout.
/// </summary>
internal static class SlotLayout
{
    public const long Version = 0x32_5448_4F53_5441;
    public const int Seats = 128;
    public const int SeatSize = 528;
    public const int HeadSize = 64;
    public const int Size = HeadSize + (Seats * SeatSize);

    public const int VersionAt = 0;
    public const int StartedAt = 8;
    public const int ExitAt = 16;
    public const int ExitSeat = 24;

    // Within a seat.
    public const int Inside = 0;
    public const int Plugin = 8;
    public const int PluginBytes = 128;
    public const int Entry = 144;
    public const int EntryBytes = 360;
    public const int Length = 512;
    public const int WrittenTicks = 520;

    public static int SeatAt(int number) => HeadSize + (number * SeatSize);
}
