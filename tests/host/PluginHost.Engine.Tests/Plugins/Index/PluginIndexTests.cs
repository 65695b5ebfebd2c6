using System.Text.Json;
using PluginHost.Engine.Plugins.Index;
using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Engine.Tests.Plugins.Index;

public sealed class PluginIndexTests : IDisposable
{
    private const string Source = """
        public sealed class Guest : Plugin
        {
            [Command("guest.say", "Say")]
            public string Say() => "hello";
        }
        """;

    private readonly TestFolder _folder = new();

    private string Cache => Path.Combine(_folder.Path, "cache");

    private string IndexFile => Path.Combine(Cache, "plugins.index");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Should_Read_A_Folder_Once_Over_Two_Starts()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);

        // When
        var first = PluginIndex.Open(Cache);
        var read = first.Read(plugin);
        first.Save();
        var second = PluginIndex.Open(Cache);
        var known = second.Read(plugin);

        // Then
        first.Misses.ShouldBe(1);
        second.Misses.ShouldBe(0);
        JsonSerializer.Serialize(known).ShouldBe(JsonSerializer.Serialize(read));
        known.Contributions!.Commands.Single().Id.ShouldBe("guest.say");
    }

    [Fact]
    public void Should_Not_Look_Into_The_Files_Of_A_Plugin_That_It_Knows()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        Fill(plugin);

        // Given other content of the same length and date
        foreach (var file in new[] { Path.Combine(plugin, "plugin.yaml"), Path.Combine(plugin, "Test.guest.dll") })
        {
            var written = File.GetLastWriteTimeUtc(file);
            File.WriteAllBytes(file, new byte[new FileInfo(file).Length]);
            File.SetLastWriteTimeUtc(file, written);
        }

        PluginIndex.Open(Cache).Read(plugin).Contributions!.Commands.Single().Id.ShouldBe("guest.say");
    }

    [Theory]
    [InlineData("plugin.yaml")]
    [InlineData("Test.guest.dll")]
    public void Should_Read_A_Folder_Again_When_A_File_Has_Another_Date(string file)
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        Fill(plugin);
        File.SetLastWriteTimeUtc(Path.Combine(plugin, file), new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var index = PluginIndex.Open(Cache);
        index.Read(plugin);

        index.Misses.ShouldBe(1);
    }

    [Fact]
    public void Should_Read_A_Folder_Again_When_A_File_Has_Another_Length()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        var manifest = Path.Combine(plugin, "plugin.yaml");
        var written = File.GetLastWriteTimeUtc(manifest);
        Fill(plugin);
        File.AppendAllText(manifest, "\nneeds: [files]\n");
        File.SetLastWriteTimeUtc(manifest, written);

        PluginIndex.Open(Cache).Read(plugin).Manifest!.Needs.ShouldBe(["files"]);
    }

    [Fact]
    public void Should_Find_An_Assembly_That_Is_Built_Later_Into_The_Folder_Of_The_Build()
    {
        // Given a folder of sources that was never built
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        var assembly = Path.Combine(plugin, "Test.guest.dll");
        var image = File.ReadAllBytes(assembly);
        File.Delete(assembly);
        Fill(plugin).Refusal.ShouldBe($"Test.guest.dll is missing in {plugin}. Build the plugin, or install it again.");

        // When
        var output = Path.Combine(plugin, "bin", "Debug", "net10.0");
        Directory.CreateDirectory(output);
        File.WriteAllBytes(Path.Combine(output, "Test.guest.dll"), image);

        // Then
        PluginIndex.Open(Cache).Read(plugin).Contributions.ShouldNotBeNull();
    }

    [Fact]
    public void Should_Take_The_Newest_Build_Of_A_Folder_Of_Sources()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        var old = Build(plugin, "Debug", 1);
        Fill(plugin).EntryPath.ShouldBe(old);

        var now = Build(plugin, "Release", 2);

        PluginIndex.Open(Cache).Read(plugin).EntryPath.ShouldBe(now);
    }

    [Fact]
    public void Should_Pass_By_The_Reference_Assembly_Of_A_Build()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        var built = Build(plugin, "Debug", 1);
        var reference = Path.Combine(Path.GetDirectoryName(built)!, "ref");
        Directory.CreateDirectory(reference);
        File.Copy(built, Path.Combine(reference, "Test.guest.dll"));
        File.SetLastWriteTimeUtc(Path.Combine(reference, "Test.guest.dll"), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        PluginIndex.Open(Cache).Read(plugin).EntryPath.ShouldBe(built);
    }

    [Fact]
    public void Should_Look_Again_When_A_Contract_Was_Missing()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source, "contracts: [Acme.Contracts.dll]");
        Fill(plugin).Refusal.ShouldBe("The contract Acme.Contracts.dll is missing beside Test.guest.dll. Build the plugin, or install it again.");

        TestPlugin.Assembly(plugin, "Acme.Contracts", "public interface IThing { }");

        PluginIndex.Open(Cache).Read(plugin).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Should_Not_Write_The_Index_Because_Of_A_Plugin_That_Cannot_Be_Used()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", "public sealed class Notes;");

        Fill(plugin).Refusal.ShouldNotBeNull();

        File.Exists(IndexFile).ShouldBeFalse();
    }

    [Fact]
    public void Should_Forget_A_Plugin_That_Can_No_Longer_Be_Used()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        Fill(plugin);
        File.WriteAllText(Path.Combine(plugin, "Test.guest.dll"), "no assembly");
        Fill(plugin).Refusal.ShouldNotBeNull();

        using var stream = File.OpenRead(IndexFile);
        IndexFormat.Read(stream).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Forget_A_Folder_That_Is_Gone()
    {
        var gone = TestPlugin.Write(_folder.Path, "gone", Source.Replace("guest.", "gone."));
        Fill(gone);
        Directory.Delete(gone, recursive: true);

        var index = PluginIndex.Open(Cache);
        index.Read(TestPlugin.Write(_folder.Path, "guest", Source));
        index.Save();

        using var stream = File.OpenRead(IndexFile);
        IndexFormat.Read(stream).Select(plugin => Path.GetFileName(plugin.Folder)).ShouldBe(["guest"]);
    }

    [Fact]
    public void Should_Write_Nothing_Where_Nothing_Changed()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        Fill(plugin);
        var written = File.GetLastWriteTimeUtc(IndexFile);
        File.SetLastWriteTimeUtc(IndexFile, written.AddDays(-1));

        var index = PluginIndex.Open(Cache);
        index.Read(plugin);
        index.Save();

        File.GetLastWriteTimeUtc(IndexFile).ShouldBe(written.AddDays(-1));
    }

    [Fact]
    public void Should_Read_Every_Folder_Again_Where_The_Index_Is_Foreign()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        Directory.CreateDirectory(Cache);
        File.WriteAllText(IndexFile, "This is a shopping list: milk, eggs, and a good deal of butter.");

        var index = PluginIndex.Open(Cache);

        index.Read(plugin).Contributions.ShouldNotBeNull();
        index.Misses.ShouldBe(1);
    }

    [Fact]
    public void Should_Open_Whatever_The_Index_Holds()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        Fill(plugin);
        var whole = File.ReadAllBytes(IndexFile);
        var random = new Random(5);
        for (var i = 0; i < 2_000; i++)
        {
            var image = whole[..(i % 2 == 0 ? random.Next(whole.Length) : whole.Length)];

            // The first 16 bytes say who wrote it; what a stranger wrote is not looked at.
            for (var flips = i % 2 == 0 ? 0 : 1 + random.Next(4); flips > 0; flips--)
                image[16 + random.Next(image.Length - 16)] = (byte)random.Next(256);

            File.WriteAllBytes(IndexFile, image);
            PluginIndex.Open(Cache).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Should_Allocate_Little_For_An_Index_That_Promises_Much()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        Fill(plugin);
        var image = File.ReadAllBytes(IndexFile);
        BitConverter.TryWriteBytes(image.AsSpan(16), 400_000_000);
        File.WriteAllBytes(IndexFile, image);
        var before = GC.GetAllocatedBytesForCurrentThread();

        PluginIndex.Open(Cache).Read(plugin);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(50_000_000);
    }

    [Fact]
    public void Should_Say_Why_The_Index_Could_Not_Be_Written_And_Go_On()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", Source);
        File.WriteAllText(Cache, "a file where the folder should be");

        var index = PluginIndex.Open(Cache);
        index.Read(plugin).Contributions.ShouldNotBeNull();
        index.Save();

        index.SaveProblem.ShouldNotBeNullOrEmpty();
    }

    private IndexedPlugin Fill(string plugin)
    {
        var index = PluginIndex.Open(Cache);
        var read = index.Read(plugin);
        index.Save();
        index.SaveProblem.ShouldBeNull();
        return read;
    }

    private static string Build(string plugin, string configuration, int day)
    {
        var beside = Path.Combine(plugin, "Test.guest.dll");
        var output = Path.Combine(plugin, "bin", configuration, "net10.0");
        Directory.CreateDirectory(output);
        var built = Path.Combine(output, "Test.guest.dll");
        if (File.Exists(beside))
            File.Move(beside, built);
        else
            File.Copy(Directory.EnumerateFiles(plugin, "Test.guest.dll", SearchOption.AllDirectories).First(), built);

        File.SetLastWriteTimeUtc(built, new DateTime(2026, 3, day, 0, 0, 0, DateTimeKind.Utc));
        return built;
    }
}
