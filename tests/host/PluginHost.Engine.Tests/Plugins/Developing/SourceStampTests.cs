using PluginHost.Engine.Plugins.Developing;
using PluginHost.Testing;

namespace PluginHost.Engine.Tests.Plugins.Developing;

public sealed class SourceStampTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("obj/Debug/Generated.cs")]
    [InlineData("bin/Debug/net10.0/plugin.yaml")]
    [InlineData(".git/hooks.cs")]
    [InlineData("notes.txt")]
    [InlineData("Notes.cs~")]
    public void Should_Not_Look_At_What_No_Build_Reads(string name)
    {
        _folder.Write("Notes.cs", "one");
        var before = SourceStamp.Of(_folder.Path);

        var path = _folder.Write(name, "another");

        SourceStamp.Of(_folder.Path).ShouldBe(before);
        SourceStamp.IsSource(_folder.Path, path).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Notes.cs")]
    [InlineData("Views/List.cs")]
    [InlineData("Notes.csproj")]
    [InlineData("Texts.resx")]
    [InlineData("Tables/001.sql")]
    [InlineData("plugin.yaml")]
    public void Should_Notice_Whatever_A_Build_Reads(string name)
    {
        _folder.Write("Other.cs", "one");
        var before = SourceStamp.Of(_folder.Path);

        var path = _folder.Write(name, "another");

        SourceStamp.Of(_folder.Path).ShouldNotBe(before);
        SourceStamp.IsSource(_folder.Path, path).ShouldBeTrue();
    }

    public void Dispose() => _folder.Dispose();
}
