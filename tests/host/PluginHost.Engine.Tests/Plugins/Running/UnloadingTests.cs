using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Running;

/// <summary>The protocol, step by step. What holds a plugin in memory is the matter of <see cref="PinningTests"/>.</summary>
public sealed class UnloadingTests
{
    private const string Id = "guest";

    private const string Saying = """
        public sealed class Guest : Plugin
        {
            [Command("guest.say", "Say")]
            public string Say() => "hello";
        }
        """;

    [Fact]
    public async Task Should_Be_Gone_From_Memory_And_Come_Back_With_The_Next_Use()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                private int _count;

                [Command("guest.count", "Count")]
                public int Count() => ++_count;
            }
            """);
        await workspace.DoAsync("guest.count");
        (await workspace.DoAsync("guest.count")).ShouldBe((Value)2);

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        workspace.StateOf(Id).ShouldBe(PluginState.Unloaded);
        (await workspace.DoAsync("guest.count")).ShouldBe((Value)1);
        workspace.StateOf(Id).ShouldBe(PluginState.Active);
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Call_A_Plugin_That_Cannot_Be_Unloaded_A_Zombie()
    {
        await using var workspace = new TestWorkspace { Unloadable = false }.With(Id, Saying);
        await workspace.DoAsync("guest.say");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Leave_A_Plugin_Alone_That_Is_Not_Loaded()
    {
        await using var workspace = new TestWorkspace().With(Id, Saying);

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Ready);
    }

    [Fact]
    public async Task Should_Refuse_To_Unload_What_The_Workspace_Does_Not_Name()
    {
        await using var workspace = new TestWorkspace().With(Id, Saying);

        (await Should.ThrowAsync<WrongUseException>(() => workspace.UnloadAsync("gest"))).Message
            .ShouldBe("The workspace names no plugin \"gest\". Did you mean \"guest\"?");
    }

    [Fact]
    public async Task Should_Say_Good_Bye_After_The_Calls_Under_Way_And_Before_The_Ledger_Is_Undone()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            [StatusItem("guest.item", "Item")]
            public sealed class Guest : Plugin
            {
                private IHost _host = null!;

                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    _host = host;
                    host.Status.Set("guest.item", "here");
                    return Task.CompletedTask;
                }

                public override async Task DeactivateAsync(CancellationToken cancel)
                {
                    await _host.Workspace.AppendTextAsync("log.txt", "good-bye ", cancel);
                    _host.Status.Set("guest.item", "leaving");
                }

                [Command("guest.wait", "Wait")]
                public async Task WaitAsync(IHost host, CancellationToken cancel)
                {
                    try
                    {
                        await Task.Delay(-1, cancel);
                    }
                    finally
                    {
                        await host.Workspace.AppendTextAsync("log.txt", "call ended, ", CancellationToken.None);
                    }
                }
            }
            """, "needs: [files]");
        var said = new List<string>();
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        workspace.Engine.Status.Changed += id => said.Add(workspace.Engine.Status[id]);
        var call = workspace.DoAsync("guest.wait");
        await workspace.InsideAsync(Id);

        await workspace.UnloadAsync(Id);

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        File.ReadAllText(Path.Combine(workspace.Root, "log.txt")).ShouldBe("call ended, good-bye ");
        said.ShouldBe(["leaving", ""]);
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Take_No_Calls_While_It_Leaves()
    {
        var leave = new TaskCompletionSource();
        AppContext.SetData("guest.leave", leave);
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                private IHost _host = null!;
                private Task<Value>? _self;

                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    _host = host;
                    return Task.CompletedTask;
                }

                public override Task DeactivateAsync(CancellationToken cancel) =>
                    _host.Commands.RunAsync("guest.say", Record.Empty, cancel);

                [Command("guest.say", "Say")]
                public string Say() => "hello";
            }
            """);
        await workspace.DoAsync("guest.say");

        await workspace.UnloadAsync(Id);

        workspace.Engine.Faults.All.ShouldBeEmpty();
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Load_The_Plugin_Again_Only_When_The_Old_One_Has_Left()
    {
        var leave = new TaskCompletionSource();
        AppContext.SetData("guest.leave.slowly", leave);
        await using var workspace = new TestWorkspace().With(Id, """
            [StatusItem("guest.item", "Item")]
            public sealed class Guest : Plugin
            {
                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    host.Status.Set("guest.item", "here");
                    return Task.CompletedTask;
                }

                public override Task DeactivateAsync(CancellationToken cancel) => ((TaskCompletionSource)AppContext.GetData("guest.leave.slowly")!).Task;

                [Command("guest.say", "Say")]
                public string Say() => "hello";
            }
            """);
        await workspace.DoAsync("guest.say");
        var unloading = workspace.Engine.UnloadAsync(Id, CancellationToken.None);

        // When somebody calls in between
        var call = workspace.DoAsync("guest.say");
        await workspace.PauseAsync();
        call.IsCompleted.ShouldBeFalse();
        leave.SetResult();
        await workspace.AdvanceUntilAsync(unloading, TimeSpan.FromMilliseconds(250));

        // Then
        (await call).ShouldBe((Value)"hello");
        workspace.Engine.Status["guest.item"].ShouldBe("here");
        workspace.StateOf(Id).ShouldBe(PluginState.Active);
        AppContext.SetData("guest.leave.slowly", null);
    }

    [Fact]
    public async Task Should_Wait_For_The_Same_Unloading_When_Two_Ask_For_It()
    {
        await using var workspace = new TestWorkspace().With(Id, Saying);
        await workspace.DoAsync("guest.say");

        var both = Task.WhenAll(workspace.Engine.UnloadAsync(Id, CancellationToken.None), workspace.Engine.UnloadAsync(Id, CancellationToken.None));
        await workspace.AdvanceUntilAsync(both, TimeSpan.FromMilliseconds(250));

        (await both).ShouldBe([PluginState.Unloaded, PluginState.Unloaded]);
    }

    [Fact]
    public async Task Should_Unload_A_Plugin_That_Is_Just_Being_Activated()
    {
        var go = new TaskCompletionSource();
        AppContext.SetData("guest.go", go);
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                public override Task ActivateAsync(IHost host, CancellationToken cancel) => ((TaskCompletionSource)AppContext.GetData("guest.go")!).Task;

                [Command("guest.say", "Say")]
                public string Say() => "hello";
            }
            """);
        var call = workspace.DoAsync("guest.say");
        var unloading = workspace.Engine.UnloadAsync(Id, CancellationToken.None);
        go.SetResult();

        await workspace.AdvanceUntilAsync(unloading, TimeSpan.FromMilliseconds(250));

        (await unloading).ShouldBe(PluginState.Unloaded);
        AppContext.SetData("guest.go", null);
    }

    [Fact]
    public async Task Should_Make_A_Fault_Of_A_Good_Bye_That_Throws()
    {
        await using var workspace = new TestWorkspace().With(Id, Saying.Replace("[Command", """
            public override Task DeactivateAsync(CancellationToken cancel) => throw new InvalidOperationException("I stay");
            [Command
            """));
        await workspace.DoAsync("guest.say");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        workspace.Engine.Faults.All.Single().ToString().ShouldBe("guest threw InvalidOperationException: I stay, in deactivation (Plugin.cs:3)");
    }

    [Fact]
    public async Task Should_Not_Wait_Long_For_A_Good_Bye_That_Hangs()
    {
        await using var workspace = new TestWorkspace().With(Id, Saying.Replace("[Command", """
            public override Task DeactivateAsync(CancellationToken cancel) => new TaskCompletionSource().Task;
            [Command
            """));
        await workspace.DoAsync("guest.say");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        workspace.Engine.Faults.All.Single().ToString().ShouldBe("guest did not come back within 2 s, in deactivation");
    }

    [Fact]
    public async Task Should_Not_Wait_Long_For_A_Call_That_Does_Not_Obey()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.wait", "Wait")]
                public Task WaitAsync() => new TaskCompletionSource().Task;
            }
            """);
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        var call = workspace.DoAsync("guest.wait");
        await workspace.InsideAsync(Id);

        await workspace.UnloadAsync(Id);

        workspace.Engine.Faults.All[0].ToString().ShouldBe("guest still had calls under way 2 s after it was told to stop, in unloading");
        await workspace.AdvanceUntilAsync(call, TimeSpan.FromSeconds(30));
        (await Should.ThrowAsync<PluginFaultedException>(() => call)).Message.ShouldBe("guest did not come back within 30 s, in guest.wait");
    }

    [Fact]
    public async Task Should_Make_A_Fault_Of_A_Callback_That_Throws_When_The_Plugin_Is_Told_To_Stop()
    {
        await using var workspace = new TestWorkspace().With(Id, Saying.Replace("[Command", """
            public override Task ActivateAsync(IHost host, CancellationToken cancel)
            {
                host.Stopping.Register(() => throw new InvalidOperationException("not me"));
                return Task.CompletedTask;
            }

            [Command
            """));
        await workspace.DoAsync("guest.say");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        workspace.Engine.Faults.All.Single().ToString().ShouldBe("guest threw InvalidOperationException: not me, in a callback of its stopping token (Plugin.cs:5)");
    }

    [Fact]
    public async Task Should_Not_Wait_For_A_Callback_That_Hangs_When_The_Plugin_Is_Told_To_Stop()
    {
        using var release = new ManualResetEventSlim();
        AppContext.SetData("guest.callback", release);
        await using var workspace = new TestWorkspace().With(Id, Saying.Replace("[Command", """
            public override Task ActivateAsync(IHost host, CancellationToken cancel)
            {
                host.Stopping.Register(() => ((ManualResetEventSlim)AppContext.GetData("guest.callback")!).Wait());
                return Task.CompletedTask;
            }

            [Command
            """));
        await workspace.DoAsync("guest.say");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        workspace.Engine.Faults.All[0].ToString().ShouldBe("guest still had calls under way 2 s after it was told to stop, in unloading");
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
        release.Set();
        AppContext.SetData("guest.callback", null);
    }

    [Fact]
    public async Task Should_Take_Back_What_A_Plugin_Has_Done_Before_Its_Activation_Failed()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            [StatusItem("guest.item", "Item")]
            public sealed class Guest : Plugin
            {
                public override async Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    host.Status.Set("guest.item", "here");
                    host.Jobs.Background("Counting", cancel => Task.Delay(-1, cancel));
                    await Task.Yield();
                    throw new InvalidOperationException("no cream");
                }

                [Command("guest.say", "Say")]
                public string Say() => "hello";
            }
            """);

        await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.say"));

        await workspace.UntilAsync(() => workspace.Engine.Jobs.Running.Count == 0);
        workspace.Engine.Status["guest.item"].ShouldBe("");
    }

    [Fact]
    public async Task Should_Try_Again_After_A_Failed_Activation_Once_The_Plugin_Is_Unloaded()
    {
        AppContext.SetData("guest.cream", null);
        await using var workspace = new TestWorkspace().With(Id, Saying.Replace("[Command", """
            public override Task ActivateAsync(IHost host, CancellationToken cancel) =>
                AppContext.GetData("guest.cream") is null ? throw new WrongUseException("No cream.") : Task.CompletedTask;
            [Command
            """));
        await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("guest.say"));
        await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("guest.say"));
        AppContext.SetData("guest.cream", "double");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
        AppContext.SetData("guest.cream", null);
    }

    [Fact]
    public async Task Should_Unload_A_Plugin_That_Has_Not_Come_Back_And_Load_Another()
    {
        using var release = new ManualResetEventSlim();
        AppContext.SetData("guest.hang", release);
        await using var workspace = new TestWorkspace().With(Id, Saying.Replace("[Command", """
            [Command("guest.hang", "Hang")]
            public void Hang() => ((ManualResetEventSlim)AppContext.GetData("guest.hang")!).Wait();
            [Command
            """));
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        var call = workspace.DoAsync("guest.hang");
        await workspace.HoldingAsync(Id);
        await workspace.AdvanceUntilAsync(call, TimeSpan.FromSeconds(10));

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
        release.Set();
        AppContext.SetData("guest.hang", null);
    }

    [Fact]
    public async Task Should_Blame_A_Plugin_That_Has_Left_For_What_Its_Threads_Throw()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.make", "Make")]
                public void Make()
                {
                    try { throw new InvalidOperationException("from a thread"); }
                    catch (Exception error) { AppContext.SetData("guest.late", error); }
                }
            }
            """);
        await workspace.DoAsync("guest.make");
        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        workspace.Engine.TakeUnhandled((Exception)AppContext.GetData("guest.late")!).ShouldBeTrue();

        workspace.Engine.Faults.All.Single().ToString()
            .ShouldBe("guest threw InvalidOperationException: from a thread, in a thread or timer of its own (Plugin.cs:6)");
        AppContext.SetData("guest.late", null);
    }

    [Fact]
    public async Task Should_Undo_What_A_Zombie_Still_Asks_Of_Its_Host()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            [StatusItem("guest.item", "Item"), ContextKey("guest.key", "Key")]
            public sealed class Guest : Plugin
            {
                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    AppContext.SetData("guest.zombie", (Action)(() =>
                    {
                        host.Status.Set("guest.item", "boo");
                        host.Context.Set("guest.key", "boo");
                        host.Jobs.Every(TimeSpan.FromSeconds(1), cancel => throw new InvalidOperationException("boo"));
                        host.Jobs.Background("Haunting", cancel => Task.Delay(-1));
                    }));
                    return Task.CompletedTask;
                }
            }
            """);
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        ((Action)AppContext.GetData("guest.zombie")!)();
        workspace.Clock.Advance(TimeSpan.FromMinutes(1));

        workspace.Engine.Status["guest.item"].ShouldBe("");
        workspace.Engine.Context["guest.key"].ShouldBe(Value.Nothing);
        workspace.Engine.Jobs.Running.ShouldBeEmpty();
        workspace.Engine.Faults.All.ShouldBeEmpty();
        AppContext.SetData("guest.zombie", null);
    }

    [Fact]
    public async Task Should_Unload_Everything_When_The_Engine_Is_Closed()
    {
        var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                private IHost _host = null!;

                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    _host = host;
                    return Task.CompletedTask;
                }

                public override Task DeactivateAsync(CancellationToken cancel)
                {
                    _host.Output.Write(Severity.Information, "good-bye");
                    return Task.CompletedTask;
                }

                [Command("guest.say", "Say")]
                public string Say() => "hello";
            }
            """);
        await using (workspace)
        {
            await workspace.DoAsync("guest.say");
            await workspace.Engine.DisposeAsync();

            workspace.Engine.Output.Lines.Select(line => line.Text).ShouldBe(["good-bye"]);
            (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.say"))).Message.ShouldContain("takes no calls");
        }
    }
}
