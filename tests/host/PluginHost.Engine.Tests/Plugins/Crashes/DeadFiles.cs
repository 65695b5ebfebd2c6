using System.Buffers.Binary;
using System.Text;
using PluginHost.Engine.Plugins.Crashes;

namespace PluginHost.Engine.Tests.Plugins.Crashes;

/// <summary>Leaves in a workspace what a process leaves that did not end in order.</summary>
internal static class DeadFiles
{
    private const int Process = 4_000_000;

    public static void LeaveSlot(string root, IReadOnlyList<(string Plugin, string Entry)> inside, string? caller = null, long length = 0)
    {
        var bytes = new byte[SlotLayout.Size];
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(SlotLayout.VersionAt), SlotLayout.Version);
        for (var i = 0; i < inside.Count; i++)
        {
            var seat = bytes.AsSpan(SlotLayout.SeatAt(i));
            BinaryPrimitives.WriteInt32LittleEndian(seat[SlotLayout.Inside..], 1);
            Write(seat[SlotLayout.Plugin..], inside[i].Plugin);
            Write(seat[SlotLayout.Entry..], inside[i].Entry);
            BinaryPrimitives.WriteInt64LittleEndian(seat[SlotLayout.Length..], length);
            if (inside[i].Plugin != caller)
                continue;

            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(SlotLayout.ExitSeat), i);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(SlotLayout.ExitAt), 1_792_000_000_000);
        }

        File.WriteAllBytes(NameOf(root, "inside", 1), bytes);
    }

    public static void LeaveWords(string root, string words) => File.WriteAllText(NameOf(root, "words", 0), words);

    private static void Write(Span<byte> field, string text)
    {
        BinaryPrimitives.WriteInt32LittleEndian(field, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, field[sizeof(int)..]);
    }

    private static string NameOf(string root, string kind, int number)
    {
        var folder = Path.Combine(root, ".pluginhost", "crashes");
        Directory.CreateDirectory(folder);
        var machine = new string([.. Environment.MachineName.Select(character => char.IsLetterOrDigit(character) ? character : '_')]);
        return Path.Combine(folder, $"{kind}-{machine}-{Process}-{number}");
    }
}
