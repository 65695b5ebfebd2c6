using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Ways;

/// <summary>Paths that lead out, and links.</summary>
public sealed partial class WorkspaceWayTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("./")]
    [InlineData("..")]
    [InlineData("../secret.txt")]
    [InlineData("a/../../secret.txt")]
    [InlineData("a/../a.txt")]
    [InlineData("..\\secret.txt")]
    [InlineData(".. /secret.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("//server/share/x")]
    [InlineData("\\\\server\\share\\x")]
    [InlineData("C:\\x.txt")]
    [InlineData("C:x.txt")]
    [InlineData("a.txt:stream")]
    [InlineData("a\0b")]
    [InlineData(".pluginhost/store.db")]
    [InlineData("./.pluginhost/store.db")]
    [InlineData(".PluginHost/store.db")]
    [InlineData(".pluginhost./store.db")]
    [InlineData(".pluginhost")]
    public async Task Should_Refuse_A_Path_That_Leads_Out(string path)
    {
        var way = Way();

        Should.Throw<PluginHostException>(() => way.Exists(path)).Message.ShouldStartWith("The path ");
        await Should.ThrowAsync<PluginHostException>(way.ReadTextAsync(path, Cancel));
        await Should.ThrowAsync<PluginHostException>(way.WriteTextAsync(path, "x", Cancel));
        await Should.ThrowAsync<PluginHostException>(way.AppendTextAsync(path, "x", Cancel));
        await Should.ThrowAsync<PluginHostException>(way.WriteBytesAsync(path, "x"u8.ToArray(), Cancel));
        await Should.ThrowAsync<PluginHostException>(way.DeleteAsync(path, Cancel));
        await Should.ThrowAsync<PluginHostException>(way.ReadCsvAsync(path, Cancel));
        await Should.ThrowAsync<PluginHostException>(way.ReadYamlAsync(path, Cancel));
        File.ReadAllText(Path.Combine(_outside, "secret.txt")).ShouldBe("secret");
        File.ReadAllText(Path.Combine(_root, ".pluginhost", "store.db")).ShouldBe("store");
    }

    [Theory]
    [InlineData("..", "link/secret.txt")]
    [InlineData("../secret.txt", "link")]
    [InlineData("ABSOLUTE", "link/secret.txt")]
    [InlineData("../nowhere", "link/new.txt")]
    [InlineData(".pluginhost", "link/store.db")]
    [InlineData("inner/../..", "link/secret.txt")]
    [InlineData("other", "link/secret.txt")]
    public async Task Should_Refuse_A_Link_That_Leads_Out(string target, string path)
    {
        // Given
        Directory.CreateDirectory(Path.Combine(_root, "inner"));
        File.CreateSymbolicLink(Path.Combine(_root, "other"), "inner/..//..");
        File.CreateSymbolicLink(Path.Combine(_root, "link"), target == "ABSOLUTE" ? _outside : target);
        var way = Way();

        // Then
        Should.Throw<PluginHostException>(() => way.Exists(path));
        await Should.ThrowAsync<PluginHostException>(way.ReadTextAsync(path, Cancel));
        await Should.ThrowAsync<PluginHostException>(way.WriteTextAsync(path, "x", Cancel));
        await Should.ThrowAsync<PluginHostException>(way.AppendTextAsync(path, "x", Cancel));
        await Should.ThrowAsync<PluginHostException>(way.WriteBytesAsync(path, "x"u8.ToArray(), Cancel));
        await Should.ThrowAsync<PluginHostException>(way.DeleteAsync(path, Cancel));
        File.ReadAllText(Path.Combine(_outside, "secret.txt")).ShouldBe("secret");
        Directory.GetFileSystemEntries(_outside).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Follow_A_Link_That_Stays_Inside()
    {
        var way = Way();
        await way.WriteTextAsync("real/menu.txt", "old", Cancel);
        File.CreateSymbolicLink(Path.Combine(_root, "menu.txt"), "real/menu.txt");

        await way.WriteTextAsync("menu.txt", "new", Cancel);

        (await way.ReadTextAsync("real/menu.txt", Cancel)).ShouldBe("new");
        new FileInfo(Path.Combine(_root, "menu.txt")).LinkTarget.ShouldBe("real/menu.txt");
    }

    [Fact]
    public async Task Should_Work_In_A_Workspace_That_Is_Reached_By_A_Link()
    {
        File.CreateSymbolicLink(Path.Combine(_outside, "alias"), _root);
        var way = Way(["files"], Path.Combine(_outside, "alias"));

        await way.WriteTextAsync("a.txt", "x", Cancel);

        File.ReadAllText(Path.Combine(_root, "a.txt")).ShouldBe("x");
        await Should.ThrowAsync<PluginHostException>(way.ReadTextAsync(".pluginhost/store.db", Cancel));
    }

    [Fact]
    public void Should_Not_Run_In_Circles()
    {
        File.CreateSymbolicLink(Path.Combine(_root, "a"), "b");
        File.CreateSymbolicLink(Path.Combine(_root, "b"), "a");

        Should.Throw<PluginHostException>(() => Way().Exists("a")).Message.ShouldContain("circles");
    }
}
