using PluginHost.Engine.Packages;
using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Engine.Tests.Packages;

/// <summary>Whatever an installation is killed between, the workspace opens, and installing again ends well.</summary>
public sealed class InterruptedInstallTests : IDisposable
{
    private readonly PackagePlace _place = new();

    public InterruptedInstallTests() => TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Should_Open_Where_A_Plugin_Is_Unpacked_And_Not_Locked()
    {
        await _place.AddAsync("acme.notes");
        _place.Write("plugins.yaml", "plugins:\n");
        File.Delete(Path.Combine(_place.Root, "plugins.lock.yaml"));

        _place.Open().Plugins.All.ShouldBeEmpty();
        await AgainAsync();
    }

    [Fact]
    public async Task Should_Open_Where_A_Plugin_Is_Locked_And_Not_Named()
    {
        await _place.AddAsync("acme.notes");
        _place.Write("plugins.yaml", "plugins:\n");

        _place.Open().Plugins.All.ShouldBeEmpty();
        await AgainAsync();
    }

    [Fact]
    public async Task Should_Open_Where_Only_Half_Was_Unpacked_And_Clear_It_Away_Later()
    {
        var left = Directory.CreateDirectory(Path.Combine(_place.User.Plugins, "acme.notes", ".x.unpacking")).FullName;
        File.WriteAllText(Path.Combine(left, "half"), "");
        Directory.SetLastWriteTimeUtc(left, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        _place.Open().Plugins.All.ShouldBeEmpty();
        await AgainAsync();
        Directory.Exists(left).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Leave_Nothing_Where_It_Is_Cancelled_At_The_Question()
    {
        using var cancel = new CancellationTokenSource();
        var packages = new PluginPackages(new PackageOptions
        {
            WorkspaceFile = Path.Combine(_place.Root, "plugins.yaml"),
            User = _place.User,
            BundledPlugins = _place.Bundled,
            Folder = _place.Root,
            Sources = [_place.Feed],
            Consent = async (_, token) =>
            {
                await cancel.CancelAsync();
                token.ThrowIfCancellationRequested();
                return true;
            },
        });

        await Should.ThrowAsync<OperationCanceledException>(() => packages.AddAsync("acme.notes", cancel.Token));

        Directory.EnumerateFileSystemEntries(Path.Combine(_place.User.Plugins, "acme.notes")).ShouldBeEmpty();
        _place.Read("plugins.yaml").ShouldBe("plugins:\n");
        await AgainAsync();
    }

    private async Task AgainAsync()
    {
        (await _place.AddAsync("acme.notes")).ShouldBeOfType<PackageChanged>();
        _place.RefusalOf("acme.notes").ShouldBeNull();
    }
}
