using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Ways;

/// <summary>What has another owner than the workspace's guests.</summary>
public sealed partial class WorkspaceWayTests
{
    [Theory]
    [InlineData("plugins.yaml")]
    [InlineData("./plugins.yaml")]
    [InlineData("./inner//plugins.yaml")]
    [InlineData("PLUGINS.yaml")]
    [InlineData("plugins.YAML. ")]
    [InlineData("inner\\plugins.yaml")]
    [InlineData(".git/config")]
    [InlineData(".Git/hooks/pre-commit")]
    [InlineData(".git./config")]
    [InlineData(".git")]
    [InlineData("inner/.git/config")]
    [InlineData("inner/.pluginhost/store.db")]
    [InlineData("to-plugins")]
    [InlineData("to-git/config")]
    [InlineData("to-link")]
    public async Task Should_Not_Write_Over_What_Is_Not_A_Guests(string path)
    {
        // Given
        var before = OwnedFiles();
        File.CreateSymbolicLink(Path.Combine(_root, "to-plugins"), "plugins.yaml");
        File.CreateSymbolicLink(Path.Combine(_root, "to-git"), "inner/../.git");
        File.CreateSymbolicLink(Path.Combine(_root, "to-link"), "to-plugins");
        var way = Way();

        // Then
        (await Should.ThrowAsync<PluginHostException>(way.WriteTextAsync(path, "x", Cancel))).Message.ShouldStartWith($"The path {path} l");
        await Should.ThrowAsync<PluginHostException>(way.AppendTextAsync(path, "x", Cancel));
        await Should.ThrowAsync<PluginHostException>(way.WriteBytesAsync(path, "x"u8.ToArray(), Cancel));
        await Should.ThrowAsync<PluginHostException>(way.WriteCsvAsync(path, Table.Of(["x"], ("a", cell => cell)), Cancel));
        await Should.ThrowAsync<PluginHostException>(way.DeleteAsync(path, Cancel));
        OwnedFiles().ShouldBe(before);
    }

    [Theory]
    [InlineData("plugins.yaml", "conf/real.yaml", "conf/real.yaml")]
    [InlineData(".git", "conf", "conf/config")]
    [InlineData(".pluginhost", "conf", "conf/store.db")]
    public async Task Should_Not_Write_Where_What_Is_Not_A_Guests_Leads(string link, string target, string path)
    {
        // Given
        Directory.Delete(Path.Combine(_root, ".pluginhost"), recursive: true);
        Directory.CreateDirectory(Path.Combine(_root, "conf"));
        File.WriteAllText(Path.Combine(_root, path), "owned");
        File.CreateSymbolicLink(Path.Combine(_root, link), target);

        // Then
        await Should.ThrowAsync<PluginHostException>(Way().WriteTextAsync(path, "x", Cancel));
        await Should.ThrowAsync<PluginHostException>(Way().DeleteAsync(path, Cancel));
        File.ReadAllText(Path.Combine(_root, path)).ShouldBe("owned");
    }

    [Fact]
    public async Task Should_Read_What_Says_What_Runs_And_Write_What_Is_Called_Nearly_So()
    {
        OwnedFiles();
        var way = Way();

        (await way.ReadTextAsync("plugins.yaml", Cancel)).ShouldBe("owned");
        foreach (var path in (string[])["my-plugins.yaml", "plugins.yaml.txt", ".gitignore", "plugins/a.yaml", "git/config"])
            await way.WriteTextAsync(path, "x", Cancel);
    }

    // Made where they are missing; what they hold.
    private List<string> OwnedFiles() =>
    [
        .. ((string[])["plugins.yaml", "inner/plugins.yaml", ".git/config", "inner/.git/config", "inner/.pluginhost/store.db"]).Select(path =>
        {
            var file = Path.Combine(_root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            if (!File.Exists(file))
                File.WriteAllText(file, "owned");

            return File.ReadAllText(file);
        }),
    ];
}
