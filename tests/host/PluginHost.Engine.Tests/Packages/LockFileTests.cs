using PluginHost.Engine.Packages.Locking;

namespace PluginHost.Engine.Tests.Packages;

public sealed class LockFileTests
{
    private static readonly string Hash = new('a', 128);

    [Fact]
    public void Should_Read_What_It_Has_Written()
    {
        var before = new LockedPlugin { Id = "acme.notes", Version = "1.0.0", Source = "../it's here", Sha512 = new('b', 128), Files = Hash };
        var plugins = PluginsLock.Empty.With(before with { Version = "1.1.0-beta.2", Previous = before }).With(before with { Id = "acme.first" });

        var read = LockFile.Parse(LockFile.TextOf(plugins));

        read.Problems.ShouldBeEmpty();
        read.Lock.Plugins.ShouldBe(plugins.Plugins);
        read.Lock.Plugins.Select(plugin => plugin.Id).ShouldBe(["acme.first", "acme.notes"]);
        LockFile.Parse(LockFile.TextOf(PluginsLock.Empty)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("plugins:\n  acme.notes:\n    version: ../../x\n", 3)]
    [InlineData("plugins:\n  ../x:\n    version: 1.0.0\n", 2)]
    [InlineData("plugins:\n  acme.notes:\n    version: 1.0.0\n    source: x\n    sha512: abc\n", 5)]
    [InlineData("<<<<<<< ours\nplugins:\n", 2)]
    [InlineData("plugins:\n  acme.notes:\n    verson: 1.0.0\n", 3)]
    public void Should_Name_The_Line_Of_What_Is_Wrong_And_Take_Nothing_Of_It(string text, int line)
    {
        var read = LockFile.Parse(text);

        read.Problems.Select(problem => problem.Line).ShouldContain(line);
        read.Lock.Plugins.ShouldBeEmpty();
    }
}
