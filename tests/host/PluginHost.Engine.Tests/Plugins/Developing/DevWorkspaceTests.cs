using PluginHost.Engine.Plugins.Developing;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;
using PluginHost.Testing;

namespace PluginHost.Engine.Tests.Plugins.Developing;

public sealed class DevWorkspaceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private UserFolders User => UserFolders.Under(Path.Combine(_folder.Path, "user"));

    [Fact]
    public void Should_Refuse_A_Folder_Without_A_Plugin() =>
        Should.Throw<WrongUseException>(() => DevWorkspace.Make(_folder.Path, User)).Message.ShouldStartWith($"There is no plugin.yaml in {_folder.Path}.");

    [Fact]
    public void Should_Name_What_Is_Wrong_With_The_Manifest()
    {
        _folder.Write("plugin.yaml", "id: acme.notes\n");

        Should.Throw<WrongUseException>(() => DevWorkspace.Make(_folder.Path, User)).Message.ShouldContain("plugin.yaml");
    }

    [Fact]
    public void Should_Refuse_A_Second_Process()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", "public sealed class Guest : Plugin { }");
        using var first = DevWorkspace.Make(plugin, User);

        Should.Throw<WrongUseException>(() => DevWorkspace.Make(plugin, User)).Message.ShouldBe("guest is being developed in another process. Leave that one first.");
    }

    [Fact]
    public void Should_Be_Empty_At_Each_Start()
    {
        var plugin = TestPlugin.Write(_folder.Path, "guest", "public sealed class Guest : Plugin { }");
        string left;
        using (var first = DevWorkspace.Make(plugin, User))
        {
            left = Path.Combine(Path.GetDirectoryName(first.File)!, WorkspaceData.FolderName, "store.db");
            Directory.CreateDirectory(Path.GetDirectoryName(left)!);
            File.WriteAllText(left, "posts of yesterday");
        }

        using var second = DevWorkspace.Make(plugin, User);

        File.Exists(left).ShouldBeFalse();
        var workspace = WorkspaceFile.Read(second.File).ShouldBeOfType<WorkspaceRead>().Configuration;
        workspace.Plugins.Select(entry => (entry.Id, entry.Path)).ShouldBe([("posting", null), ("rehearsal", null), ("guest", plugin)]);
        workspace.Profiles.ShouldHaveSingleItem().Profile.Network.ShouldBe("rehearsal");
    }

    public void Dispose() => _folder.Dispose();
}
