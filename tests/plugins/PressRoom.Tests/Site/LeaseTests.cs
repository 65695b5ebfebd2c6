using PluginHost.Sdk;

namespace PluginHost.PressRoom.Tests.Site;

/// <summary>Whoever builds so long that another builds meanwhile may have written older pages over newer ones.</summary>
public sealed class LeaseTests : IDisposable
{
    private readonly PressWorkshop _workshop = new();

    [Fact]
    public async Task Should_Be_Built_Once_More_When_Another_Built_In_Between()
    {
        // Given: whenever the newsroom is taken in hand, another takes it, builds what is newest and lets go.
        _workshop.WriteRelease(embargo: "");
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Database.Query(
            """
            create trigger another after update of lease_owner on press_site when new.lease_owner is not null
            begin update press_site set lease_owner = null, lease_until = null, built = changed where id = 1; end
            """);
        await plugin.ReleaseAsync(host, "five", CancellationToken.None);
        _workshop.Database.Query("drop trigger another");
        _workshop.Write("newsroom/index.html", "older");

        // When
        await plugin.LookAsync(CancellationToken.None);

        // Then
        _workshop.Read("newsroom/index.html").ShouldContain("Five gigabytes");
        _workshop.Database.Query("select changed - built from press_site").ShouldBe([0L]);
    }

    public void Dispose() => _workshop.Dispose();
}
