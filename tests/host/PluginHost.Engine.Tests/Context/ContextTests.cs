using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Context;

public sealed class ContextTests
{
    private const string Source = """
        [ContextKey("guest.online", "Whether")]
        public sealed class Guest : Plugin
        {
            [Command("guest.set", "Set")]
            public void Set(IHost host, string name, bool value) => host.Context.Set(name, value);

            [Command("guest.get", "Get")]
            public Value Get(IHost host, string name) => host.Context.Get(name);
        }
        """;

    [Fact]
    public async Task Should_Let_Every_Plugin_Read_What_One_Has_Set()
    {
        await using var workspace = new TestWorkspace().With("guest", Source).With("other", Source.Replace("guest.", "other."));
        var told = new List<string>();
        workspace.Engine.Context.Changed += told.Add;

        await workspace.DoAsync("guest.set", ("name", "guest.online"), ("value", true));

        (await workspace.DoAsync("other.get", ("name", "guest.online"))).ShouldBe((Value)true);
        (await workspace.DoAsync("other.get", ("name", "nobody's"))).ShouldBe(Value.Nothing);
        workspace.Engine.Context["guest.online"].ShouldBe((Value)true);
        told.ShouldBe(["guest.online"]);
    }

    [Theory]
    [InlineData("guest.onlien", "guest has no context key \"guest.onlien\". Did you mean \"guest.online\"?")]
    [InlineData("other.online", "guest has no context key \"other.online\".")]
    public async Task Should_Refuse_A_Key_That_The_Plugin_Does_Not_Declare(string name, string message)
    {
        await using var workspace = new TestWorkspace().With("guest", Source);

        (await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("guest.set", ("name", name), ("value", true)))).Message.ShouldBe(message);
    }

    [Fact]
    public async Task Should_Take_Back_The_Keys_Of_A_Plugin_That_Is_Unloaded()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        await workspace.DoAsync("guest.set", ("name", "guest.online"), ("value", true));

        await workspace.UnloadAsync("guest");

        workspace.Engine.Context["guest.online"].ShouldBe(Value.Nothing);
    }
}
