using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Hostile;

/// <summary>A plugin that says too much, or too much at once.</summary>
public sealed class FloodTests
{
    private static TestWorkspace With(string code) => new TestWorkspace().With("guest", $$"""
        public sealed class Melted(string message) : Exception(message);

        public sealed class Guest : Plugin
        {
            [Command("guest.flood", "Flood")]
            public async Task FloodAsync(IHost host, CancellationToken cancel)
            {
                await Task.Yield();
                {{code}}
            }

            [Command("guest.say", "Say")]
            public string Say() => "hello";
        }
        """);

    [Fact]
    public async Task Should_Keep_The_Last_Lines_Of_A_Flood()
    {
        await using var workspace = With("""for (var i = 0; i < 20_000; i++) host.Output.Write(Severity.Information, $"drop {i}");""");

        await workspace.DoAsync("guest.flood");

        workspace.Engine.Output.Lines.Count.ShouldBe(1_000);
        workspace.Engine.Output.Lines[^1].Text.ShouldBe("drop 19999");
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Cut_A_Line_That_Is_A_Flood_Of_Its_Own()
    {
        await using var workspace = With("host.Output.Write(Severity.Information, new string('x', 5_000_000));");

        await workspace.DoAsync("guest.flood");

        var text = workspace.Engine.Output.Lines.Single().Text;
        text.Length.ShouldBeLessThan(11_000);
        text.ShouldEndWith("… (4990000 more characters)");
        new FileInfo(Path.Combine(workspace.Root, ".pluginhost", "output.log")).Length.ShouldBeLessThan(11_000);
    }

    [Fact]
    public async Task Should_Cut_What_An_Exception_Says_At_Length()
    {
        await using var workspace = With("throw new Melted(new string('x', 5_000_000));");

        await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.flood"));

        workspace.Engine.Faults.All.Single().Message.Length.ShouldBeLessThan(2_100);
    }

    [Fact]
    public async Task Should_Keep_The_Last_Faults_Of_Many()
    {
        await using var workspace = With("""throw new InvalidOperationException("again");""");
        for (var i = 0; i < 1_100; i++)
            await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.flood"));

        workspace.Engine.Faults.All.Count.ShouldBe(1_000);
    }
}
