using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Running;

public sealed class HungTests
{
    [Fact]
    public async Task Should_Not_Take_A_Busy_Plugin_For_A_Hung_One()
    {
        // Given a plugin one of whose calls waits for ever, while others come and go
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                [Command("guest.wait", "Wait")]
                public async Task WaitAsync(CancellationToken cancel)
                {
                    cancel.Register(() => ((ManualResetEventSlim)AppContext.GetData("busy.late")!).Set());
                    await new TaskCompletionSource().Task;
                }

                [Command("guest.hold", "Hold")]
                public void Hold() => ((ManualResetEventSlim)AppContext.GetData("busy.hold")!).Wait();

                [Command("guest.say", "Say")]
                public string Say() => "still here";
            }
            """);
        using var first = new ManualResetEventSlim();
        using var second = new ManualResetEventSlim();
        using var late = new ManualResetEventSlim();
        AppContext.SetData("busy.late", late);
        await workspace.Engine.ActivateAsync("guest", CancellationToken.None);
        var waiting = workspace.DoAsync("guest.wait");
        await workspace.InsideAsync("guest");
        AppContext.SetData("busy.hold", first);
        var holding = workspace.DoAsync("guest.hold");
        await workspace.HoldingAsync("guest");

        // When its time runs out while one call holds the context, and its grace while another does
        workspace.Clock.Advance(TimeSpan.FromSeconds(29.9));
        AppContext.SetData("busy.hold", second);
        var next = workspace.DoAsync("guest.hold");
        workspace.Clock.Advance(TimeSpan.FromSeconds(0.2));
        await workspace.UntilAsync(() => late.IsSet);
        first.Set();
        await holding;
        await workspace.HoldingAsync("guest");
        await workspace.AdvanceUntilAsync(waiting, TimeSpan.FromSeconds(1));
        second.Set();

        // Then the one that waited is given up, and the plugin is called on
        await Should.ThrowAsync<PluginFaultedException>(() => waiting);
        await next;
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"still here");
        AppContext.SetData("busy.hold", null);
        AppContext.SetData("busy.late", null);
    }

    [Fact]
    public async Task Should_Refuse_An_Activation_That_Needs_Itself_Through_Another_Plugin()
    {
        // Given a plugin that, while it is activated, asks another, which needs the first one's network
        await using var workspace = new TestWorkspace
        {
            Extra = """
                profiles:
                  "@me": { network: loop }
                """,
        }
            .With("publisher", """
                [Provides(typeof(IPublisher))]
                public sealed class Guest : Plugin, IPublisher
                {
                    private IHost _host = null!;

                    public override Task ActivateAsync(IHost host, CancellationToken cancel)
                    {
                        _host = host;
                        host.Services.Provide<IPublisher>(this);
                        return Task.CompletedTask;
                    }

                    public async Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel)
                    {
                        var profile = (await _host.Services.GetAsync<IProfiles>(cancel))["@me"];
                        await (await _host.Services.GetAsync<INetworks>(cancel)).ForAsync(profile, cancel);
                        return [];
                    }

                    public Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel) => throw new NotSupportedException();
                }
                """)
            .With("looping", """
                public sealed class Guest : Plugin
                {
                    public override async Task ActivateAsync(IHost host, CancellationToken cancel) =>
                        await (await host.Services.GetAsync<IPublisher>(cancel)).CheckAsync(new PostPlan { Variants = [], AskedBy = "me" }, cancel);

                    [Network("loop", "Loop")]
                    public Network Make() => throw new NotSupportedException();

                    [Command("looping.say", "Say")]
                    public string Say() => "never";
                }
                """);

        // When it is used, then it is told, and nothing waits for ever
        (await Should.ThrowAsync<PluginHostException>(() => workspace.DoAsync("looping.say"))).Message
            .ShouldContain("looping and looping wait for each other's activation");
    }
}
