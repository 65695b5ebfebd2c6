using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Sdk.Testing.Tests;

public sealed class UnloadTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Should_Say_That_The_Tests_Own_Code_Stays()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        (await Should.ThrowAsync<WrongUseException>(host.UnloadAsync())).Message.ShouldContain("StartApartAsync");
    }

    [Fact]
    public async Task Should_See_A_Plugin_Leave()
    {
        // Given
        await using var host = await TestHost.StartApartAsync<ShelfPlugin>(new TestHostOptions());
        await host.DoAsync("shelf.add", ("title", "Dune"));
        await host.ViewAsync<Tree>("shelf.list");

        // When
        var report = await host.UnloadAsync();

        // Then
        report.HasLeft.ShouldBeTrue($"{report}");
        report.Require();
        host.StatusOf("shelf.count").ShouldBe("");
    }

    [Fact]
    public async Task Should_See_What_Holds_A_Plugin()
    {
        // Given
        var folder = TestPlugin.Write(_folder.Path, "sticky", """
            public sealed class StickyPlugin : Plugin
            {
                [Command("sticky.hold", "Hold")]
                public void Hold() => AppDomain.CurrentDomain.ProcessExit += (_, _) => GC.KeepAlive(this);
            }
            """);
        await using var host = await TestHost.StartApartAsync(folder, new TestHostOptions());
        await host.DoAsync("sticky.hold");

        // When
        var report = await host.UnloadAsync();

        // Then
        report.HasLeft.ShouldBeFalse();
        report.Causes.ShouldContain(cause => cause.Contains("ProcessExit", StringComparison.Ordinal), $"{report}");
        Should.Throw<PluginHostException>(report.Require).Message.ShouldStartWith("The plugin is still in memory");
    }

    [Fact]
    public async Task Should_Refuse_A_Plugin_That_Cannot_Be_Used()
    {
        var folder = TestPlugin.Write(_folder.Path, "bent", """
            public sealed class BentPlugin : Plugin
            {
                [Command("other.thing", "Thing")]
                public void Thing() { }
            }
            """);

        (await Should.ThrowAsync<PluginHostException>(TestHost.StartApartAsync(folder, new TestHostOptions()))).Message.ShouldStartWith("bent cannot be used: ");
    }

    public void Dispose() => _folder.Dispose();
}
