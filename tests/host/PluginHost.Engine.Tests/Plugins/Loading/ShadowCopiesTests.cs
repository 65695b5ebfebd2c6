using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Plugins.Loading;
using PluginHost.Engine.Workspaces;
using PluginHost.Testing;

namespace PluginHost.Engine.Tests.Plugins.Loading;

public sealed class ShadowCopiesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void Should_Load_Where_It_Is_What_Cannot_Be_Copied()
    {
        _folder.Write("cache/shadow", "a file where the folder should be");
        using var copies = new ShadowCopies(Path.Combine(_folder.Path, "cache"));
        var plugin = Plugin("one");

        copies.CopyOf(plugin).EntryPath.ShouldBe(plugin.EntryPath);
    }

    [Fact]
    public void Should_Leave_What_Is_Bundled_Or_Refused_Where_It_Is()
    {
        using var copies = Copies();

        copies.CopyOf(Plugin("one") with { Origin = PluginOrigin.Bundled }).EntryPath.ShouldStartWith(Path.Combine(_folder.Path, "mine"));
        copies.CopyOf(Plugin("one") with { Refusal = "not today" }).EntryPath.ShouldStartWith(Path.Combine(_folder.Path, "mine"));
    }

    [Fact]
    public void Should_Copy_All_That_The_Plugin_Brings_And_Not_What_It_Is_Made_Of()
    {
        using var copies = Copies();
        var plugin = Plugin("one");
        _folder.Write("mine/runtimes/linux-x64/native.so", "native");
        _folder.Write("mine/obj/project.assets.json", "{}");

        var folder = Path.GetDirectoryName(copies.CopyOf(plugin).EntryPath)!;

        folder.ShouldStartWith(Path.Combine(_folder.Path, "cache", "shadow", "acme.notes"));
        File.ReadAllText(Path.Combine(folder, "Acme.Notes.dll")).ShouldBe("one");
        File.ReadAllText(Path.Combine(folder, "runtimes", "linux-x64", "native.so")).ShouldBe("native");
        Directory.Exists(Path.Combine(folder, "obj")).ShouldBeFalse();
    }

    [Fact]
    public void Should_Use_The_Same_Copy_Until_Something_Is_Built()
    {
        using var copies = Copies();
        var first = copies.CopyOf(Plugin("one")).EntryPath;

        using (var others = Copies())
            others.CopyOf(Known()).EntryPath.ShouldBe(first);

        copies.CopyOf(Plugin("another")).EntryPath.ShouldNotBe(first);
        File.ReadAllText(first).ShouldBe("one");
    }

    [Fact]
    public void Should_Sweep_Old_Copies_That_No_Process_Uses()
    {
        using var inUse = Copies();
        var used = inUse.CopyOf(Plugin("one")).EntryPath;
        string left;
        using (var gone = Copies())
            left = gone.CopyOf(Plugin("another one")).EntryPath;

        using var copies = Copies();
        var now = copies.CopyOf(Plugin("and a third")).EntryPath;

        File.Exists(used).ShouldBeTrue();
        File.Exists(now).ShouldBeTrue();
        File.Exists(left).ShouldBeFalse();
    }

    [Fact]
    public void Should_Keep_Few_Copies_In_A_Day_Of_Saving()
    {
        using var copies = Copies();

        for (var build = 0; build < 20; build++)
            copies.CopyOf(Plugin(new string('x', build + 1)));

        Directory.GetDirectories(Path.Combine(_folder.Path, "cache", "shadow", "acme.notes")).Length.ShouldBe(4);
    }

    public void Dispose() => _folder.Dispose();

    private ShadowCopies Copies() => new(Path.Combine(_folder.Path, "cache"));

    private KnownPlugin Plugin(string content)
    {
        _folder.Write("mine/Acme.Notes.dll", content);
        return Known();
    }

    private KnownPlugin Known() => new()
    {
        Id = "acme.notes",
        Entry = new PluginEntry { Id = "acme.notes", Line = 1 },
        Origin = PluginOrigin.Path,
        EntryPath = Path.Combine(_folder.Path, "mine", "Acme.Notes.dll"),
        Contributions = new PluginContributions { PluginType = "Acme.Notes", ModuleVersion = Guid.Empty },
    };
}
