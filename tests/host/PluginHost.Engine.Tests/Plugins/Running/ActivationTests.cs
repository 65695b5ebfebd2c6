using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Running;

public sealed class ActivationTests
{
    [Fact]
    public async Task Should_Load_Nothing_Before_The_First_Use()
    {
        await using var workspace = new TestWorkspace().With("guest", Saying);

        workspace.Engine.Commands.All.Single().Command.Id.ShouldBe("guest.say");
        workspace.Engine.StateOf(workspace.Engine.Plugins.All.Single()).ShouldBe(PluginState.Ready);
        AppDomain.CurrentDomain.GetAssemblies().ShouldNotContain(assembly => assembly.GetName().Name == "Test.guest" && assembly.Location.StartsWith(workspace.BundledFolder("guest"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_Say_How_Long_An_Activation_Took_While_The_Plugin_Runs()
    {
        await using var workspace = new TestWorkspace().With("guest", Saying);
        var plugin = workspace.Engine.Plugins.All.Single();
        workspace.Engine.ActivationOf(plugin).ShouldBeNull();

        await workspace.DoAsync("guest.say");

        // The clock stands still meanwhile.
        workspace.Engine.ActivationOf(plugin).ShouldBe(new PluginActivation { Own = TimeSpan.Zero, Waited = TimeSpan.Zero });
    }

    [Fact]
    public async Task Should_Activate_Once_For_Many_Callers_At_Once()
    {
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                private int _activations;

                public override async Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    await Task.Yield();
                    _activations++;
                }

                [Command("guest.count", "Count")]
                public int Count() => _activations;
            }
            """);

        var counts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => workspace.DoAsync("guest.count")));

        counts.ShouldAllBe(count => count.Number == 1);
    }

    [Fact]
    public async Task Should_Say_What_An_Activation_Threw_And_Leave_The_Others_Alone()
    {
        await using var workspace = new TestWorkspace()
            .With("broken", """
                public sealed class Broken : Plugin
                {
                    public override Task ActivateAsync(IHost host, CancellationToken cancel) => throw new InvalidOperationException("no cream");

                    [Command("broken.say", "Say")]
                    public string Say() => "never";
                }
                """)
            .With("guest", Saying);

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("broken.say"))).Message
            .ShouldBe("broken threw InvalidOperationException: no cream, in activation (Plugin.cs:3)");
        workspace.Engine.StateOf(workspace.Engine.Plugins.Find("broken")!).ShouldBe(PluginState.Faulted);
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Give_Up_On_An_Activation_That_Hangs()
    {
        await using var workspace = new TestWorkspace().With("slow", """
            public sealed class Slow : Plugin
            {
                public override async Task ActivateAsync(IHost host, CancellationToken cancel) => await new TaskCompletionSource().Task;

                [Command("slow.say", "Say")]
                public string Say() => "never";
            }
            """);
        var call = workspace.DoAsync("slow.say");
        await workspace.AdvanceUntilAsync(call, TimeSpan.FromSeconds(5));

        (await Should.ThrowAsync<PluginFaultedException>(() => call)).Message.ShouldBe("slow did not come back within 10 s, in activation");
    }

    [Fact]
    public async Task Should_Name_The_Assembly_That_Is_Missing()
    {
        using var folder = new Testing.TestFolder();
        var library = TestPlugin.Assembly(folder.Path, "Acme.Library", "namespace Acme { public static class Library { public static string Say() => \"x\"; } }");
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                [Command("guest.say", "Say")]
                public string Say() => Acme.Library.Say();
            }
            """, "", library);

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.say"))).Message
            .ShouldBe("guest needs Acme.Library.dll, which is not beside it. Install the plugin again, or publish it with its dependencies, in guest.say (Plugin.cs:4)");
    }

    [Fact]
    public async Task Should_Refuse_Two_Plugins_That_Wait_For_Each_Others_Activation()
    {
        const string source = """
            [Provides(typeof(IFirst))]
            public sealed class Guest : Plugin
            {
                public override async Task ActivateAsync(IHost host, CancellationToken cancel) => await host.Services.GetAsync<ISecond>(cancel);

                [Command("first.say", "Say")]
                public string Say() => "never";
            }
            """;
        using var folder = new Testing.TestFolder();
        var contract = TestPlugin.Assembly(folder.Path, "Test.Contract", "public interface IFirst { } public interface ISecond { }");
        await using var workspace = new TestWorkspace()
            .With("first", source, "contracts: [Test.Contract.dll]", contract)
            .With("second", source.Replace("IFirst", "IHold").Replace("ISecond", "IFirst").Replace("IHold", "ISecond").Replace("first.", "second."), "contracts: [Test.Contract.dll]", contract);
        foreach (var plugin in new[] { "first", "second" })
            File.Copy(contract, Path.Combine(workspace.BundledFolder(plugin), "Test.Contract.dll"));

        (await Should.ThrowAsync<PluginHostException>(() => workspace.DoAsync("first.say"))).Message.ShouldContain("wait for each other's activation");
    }

    private const string Saying = """
        public sealed class Guest : Plugin
        {
            [Command("guest.say", "Say")]
            public string Say() => "hello";
        }
        """;
}
