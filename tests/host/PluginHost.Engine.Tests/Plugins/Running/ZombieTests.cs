using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Engine.Tests.Plugins.Running;

/// <summary>Who will not leave is listed with what may hold it.</summary>
public sealed class ZombieTests
{
    private const string Id = "guest";

    [Theory]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => Count++;", "It uses AppDomain.ProcessExit")]
    [InlineData("System.ComponentModel.TypeDescriptor.GetProperties(typeof(Guest));", "It uses TypeDescriptor")]
    [InlineData("System.Runtime.InteropServices.GCHandle.Alloc(this);", "It uses GCHandle.Alloc")]
    [InlineData("_ = Task.Run(async () => { await Task.Delay(3_600_000); Count++; });", "It uses Task.Run")]
    public async Task Should_Name_What_It_Uses_Of_The_Things_That_Hold(string pin, string cause)
    {
        await using var workspace = await PinnedAsync(pin);

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        var zombie = workspace.Engine.Zombies.ShouldHaveSingleItem();
        (zombie.Plugin, zombie.Version).ShouldBe((Id, "1.0.0"));
        zombie.Since.ShouldBeLessThanOrEqualTo(workspace.Clock.GetUtcNow());
        zombie.Causes[0].ShouldStartWith(cause);
    }

    [Fact]
    public async Task Should_Name_A_Call_First_That_Has_Not_Come_Back()
    {
        await using var workspace = await PinnedAsync("await new TaskCompletionSource<int>(Kept).Task;", isWaiting: true);

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        workspace.Engine.Zombies.ShouldHaveSingleItem().Causes[0].ShouldBe("A call has not come back: pass the CancellationToken on to whatever is awaited.");
        AppContext.SetData("zombie.kept", null);
    }

    [Fact]
    public async Task Should_Take_A_Zombie_Off_The_List_That_Leaves_Later()
    {
        await using var workspace = await PinnedAsync("AppContext.SetData(\"zombie.kept\", this);");
        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);
        workspace.StateOf(Id).ShouldBe(PluginState.Zombie);

        AppContext.SetData("zombie.kept", null);
        await workspace.UntilAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return workspace.Engine.Zombies.Count == 0;
        });

        workspace.StateOf(Id).ShouldBe(PluginState.Unloaded);
    }

    [Fact]
    public async Task Should_List_Each_Of_Several_And_Load_The_Plugin_All_The_Same()
    {
        await using var workspace = await PinnedAsync("AppDomain.CurrentDomain.ProcessExit += (_, _) => Count++;");

        for (var count = 1; count <= 3; count++)
        {
            await workspace.DoAsync("guest.pin");
            await workspace.UnloadAsync(Id);
            workspace.Engine.Zombies.Count.ShouldBe(count);
        }

        await workspace.DoAsync("guest.pin");
        workspace.StateOf(Id).ShouldBe(PluginState.Active);
    }

    private static async Task<TestWorkspace> PinnedAsync(string pin, bool isWaiting = false)
    {
        var workspace = new TestWorkspace().With(Id, $$"""
            public sealed class Guest : Plugin
            {
                public int Count;

                public string Name { get; set; } = "";

                public object Kept { get { AppContext.SetData("zombie.kept", this); return this; } }

                [Command("guest.pin", "Pin")]
                public async Task Pin()
                {
                    {{pin}}
                    await Task.Yield();
                }
            }
            """);
        var pinning = workspace.DoAsync("guest.pin");
        if (isWaiting)
            await workspace.InsideAsync(Id);
        else
            await pinning;

        return workspace;
    }
}
