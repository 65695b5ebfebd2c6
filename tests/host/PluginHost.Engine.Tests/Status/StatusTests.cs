using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Status;

public sealed class StatusTests
{
    private const string Source = """
        [StatusItem("guest.count", "How many")]
        public sealed class Guest : Plugin
        {
            [Command("guest.set", "Set")]
            public void Set(IHost host, string id, string text) => host.Status.Set(id, text);
        }
        """;

    [Fact]
    public async Task Should_Show_What_A_Plugin_Sets_And_Tell_Of_It()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        var told = new List<string>();
        workspace.Engine.Status.Changed += id => told.Add($"{id}={workspace.Engine.Status[id]}");

        await workspace.DoAsync("guest.set", ("id", "guest.count"), ("text", "3 waiting"));
        await workspace.DoAsync("guest.set", ("id", "guest.count"), ("text", ""));

        told.ShouldBe(["guest.count=3 waiting", "guest.count="]);
        workspace.Engine.Status["nobody's"].ShouldBe("");
    }

    [Fact]
    public async Task Should_Refuse_An_Item_That_The_Plugin_Does_Not_Declare()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);

        (await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("guest.set", ("id", "guest.cuont"), ("text", "3")))).Message
            .ShouldBe("guest has no status item \"guest.cuont\". Did you mean \"guest.count\"?");
    }

    [Fact]
    public async Task Should_Hide_The_Items_Of_A_Plugin_That_Is_Unloaded()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        await workspace.DoAsync("guest.set", ("id", "guest.count"), ("text", "3"));
        await workspace.DoAsync("guest.set", ("id", "guest.count"), ("text", "4"));
        workspace.Runtime.FindRunning("guest")!.Ledger.Count.ShouldBe(1);

        await workspace.UnloadAsync("guest");

        workspace.Engine.Status["guest.count"].ShouldBe("");
    }
}
