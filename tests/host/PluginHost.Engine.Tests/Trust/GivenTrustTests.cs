using PluginHost.Engine.Trust;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Trust;

public sealed class GivenTrustTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Should_Give_Nothing_Where_Nothing_Is_Said(string? text)
    {
        var given = GivenTrust.Parse(text);

        given.IsAll.ShouldBeFalse();
        given.Covers("/work").ShouldBeFalse();
    }

    [Theory]
    [InlineData(".")]
    [InlineData("work")]
    [InlineData("All")]
    [InlineData("1")]
    public void Should_Refuse_What_Would_Mean_Another_Folder_Each_Time(string text) =>
        Should.Throw<WrongUseException>(() => GivenTrust.Parse(text)).Message.ShouldContain($"PLUGINHOST_TRUST: \"{text}\" is no full path.");

    [Fact]
    public void Should_Refuse_All_Of_It_Where_One_Is_Wrong() =>
        Should.Throw<WrongUseException>(() => GivenTrust.Parse($"{Path.GetTempPath()}{Path.PathSeparator}here"));

    [Fact]
    public void Should_Cover_Named_Folders_And_What_Is_Below_Them_Alone()
    {
        using var folder = new TestFolder();
        var named = CanonicalFolder.Of(folder.Path);
        var given = GivenTrust.Parse($" {folder.Path}{Path.DirectorySeparatorChar} {Path.PathSeparator}");

        given.Covers(named).ShouldBeTrue();
        given.Covers(Path.Combine(named, "shop")).ShouldBeTrue();
        given.Covers(named + "-other").ShouldBeFalse();
        given.Covers(Path.GetDirectoryName(named)!).ShouldBeFalse();
    }

    [Fact]
    public void Should_Cover_Everything_Below_The_Root()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has a root for each drive.");

        GivenTrust.Parse("/").Covers("/srv/shop").ShouldBeTrue();
    }
}
