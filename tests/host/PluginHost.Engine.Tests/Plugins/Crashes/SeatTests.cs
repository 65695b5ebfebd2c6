using System.IO.MemoryMappedFiles;
using PluginHost.Engine.Plugins.Crashes;
using PluginHost.Engine.Plugins.Index;

namespace PluginHost.Engine.Tests.Plugins.Crashes;

public sealed class SeatTests
{
    [Fact]
    public void Should_Be_Read_By_Whoever_Comes_After()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "slot");
        using (var map = MemoryMappedFile.CreateFromFile(file, FileMode.Create, null, SlotLayout.Size))
        using (var slot = map.CreateViewAccessor())
        {
            slot.Write(SlotLayout.VersionAt, SlotLayout.Version);
            var seats = Enumerable.Range(0, SlotLayout.Seats).Select(number => new Seat(slot, number, $"acme.plugin-{number}")).ToList();
            foreach (var seat in seats)
                seat.Begin($"{seat.Plugin}.{new string('é', 500)}");

            seats[3].Begin("acme.plugin-3.say");
            seats[3].Enter();
            seats[3].Stamp(new FileStamp(12, 34));
            seats[5].Enter();
            seats[5].Enter();
            seats[5].Leave();
            seats[7].Enter();
            seats[7].Leave();
        }

        var read = DeadSlot.Read(File.ReadAllBytes(file))!;

        read.Inside.Select(seat => seat.Plugin).ShouldBe(["acme.plugin-3", "acme.plugin-5"]);
        read.Inside[0].Entry.ShouldBe("acme.plugin-3.say");
        read.Inside[0].Stamp.ShouldBe(new FileStamp(12, 34));
        read.Inside[1].Stamp.ShouldBeNull();
        read.Inside[1].Entry.ShouldBe("acme.plugin-5." + new string('é', 120 - "acme.plugin-5.".Length));
        read.Caller.ShouldBeNull();
    }

    [Fact]
    public void Should_Let_A_Zombie_Come_And_Go_After_The_Slot_Was_Closed()
    {
        using var folder = new TestFolder();
        using var map = MemoryMappedFile.CreateFromFile(Path.Combine(folder.Path, "slot"), FileMode.Create, null, SlotLayout.Size);
        Seat seat;
        using (var slot = map.CreateViewAccessor())
            seat = new Seat(slot, 0, "acme.notes");

        seat.Begin("acme.notes.say");
        seat.Enter();
        seat.Leave();

        seat.IsTaken.ShouldBeFalse();
    }
}
