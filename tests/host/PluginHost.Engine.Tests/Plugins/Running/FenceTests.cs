using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Running;

public sealed class FenceTests
{
    private const string Id = "guest";

    [Fact]
    public async Task Should_Name_Plugin_And_Line_When_A_Command_Throws()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.fail", "Fail")]
                public void Fail() =>
                    throw new InvalidOperationException("the tub is empty");
            }
            """);

        var thrown = await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.fail"));

        thrown.Plugin.ShouldBe(Id);
        thrown.Message.ShouldBe("guest threw InvalidOperationException: the tub is empty, in guest.fail (Plugin.cs:5)");
        workspace.Engine.Faults.All.Single().Place.ShouldBe("Plugin.cs:5");
    }

    [Fact]
    public async Task Should_Carry_On_When_A_Command_Has_Thrown()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.fail", "Fail")]
                public async Task FailAsync() { await Task.Yield(); throw new InvalidOperationException("later"); }

                [Command("guest.say", "Say")]
                public string Say() => "still here";
            }
            """);
        await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.fail"));

        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"still here");
    }

    [Fact]
    public async Task Should_Pass_On_An_Outcome_Of_A_Contract_As_It_Is()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.refuse", "Refuse")]
                public void Refuse() => throw new WrongUseException("Not on Sundays.");
            }
            """);

        (await Should.ThrowAsync<WrongUseException>(() => workspace.DoAsync("guest.refuse"))).Message.ShouldBe("Not on Sundays.");
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Make_A_Fault_Of_An_Exception_Type_Of_The_Plugin()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Melted() : PluginHostException("all gone");

            public sealed class Guest : Plugin
            {
                [Command("guest.melt", "Melt")]
                public void Melt() => throw new Melted();
            }
            """);

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.melt"))).Message.ShouldContain("threw Melted: all gone");
    }

    [Fact]
    public async Task Should_Cancel_And_Blame_A_Call_That_Takes_Too_Long()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.wait", "Wait")]
                public async Task WaitAsync(CancellationToken cancel) => await Task.Delay(-1, cancel);

                [Command("guest.say", "Say")]
                public string Say() => "still here";
            }
            """);
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        var call = workspace.DoAsync("guest.wait");
        await workspace.InsideAsync(Id);

        workspace.Clock.Advance(TimeSpan.FromSeconds(30));

        (await Should.ThrowAsync<PluginFaultedException>(() => call)).Message.ShouldBe("guest did not come back within 30 s, in guest.wait");
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"still here");
    }

    [Fact]
    public async Task Should_Call_A_Plugin_No_More_When_It_Has_Not_Come_Back()
    {
        using var release = new ManualResetEventSlim();
        AppContext.SetData("guest.release", release);
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.hang", "Hang")]
                public void Hang() => ((ManualResetEventSlim)AppContext.GetData("guest.release")!).Wait();

                [Command("guest.say", "Say")]
                public string Say() => "still here";
            }
            """);
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        var call = workspace.DoAsync("guest.hang");
        await workspace.HoldingAsync(Id);

        workspace.Clock.Advance(TimeSpan.FromSeconds(30));
        await workspace.AdvanceUntilAsync(call, Fence.Grace);

        (await Should.ThrowAsync<PluginFaultedException>(() => call)).Message.ShouldStartWith("guest did not come back within 30 s");
        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.say"))).Message
            .ShouldBe("guest has not come back from guest.hang and is not called any more. Restart the program.");
        release.Set();
    }

    [Fact]
    public async Task Should_Not_Count_The_Time_That_A_Person_Takes_To_Answer()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.ask", "Ask")]
                public async Task<string> AskAsync(IHost host, CancellationToken cancel) => "So: " + await host.Ask.ForTextAsync("What?", cancel);
            }
            """);
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        var call = workspace.DoAsync("guest.ask");
        await workspace.UntilAsync(() => workspace.Person.Asked.Count == 1);

        workspace.Clock.Advance(TimeSpan.FromHours(1));
        workspace.Person.Answer.SetResult("Elvis");

        (await call).ShouldBe((Value)"So: Elvis");
    }

    [Fact]
    public async Task Should_Run_A_Plugins_Calls_One_At_A_Time_Between_Awaits()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                private int _inside;
                private int _most;

                [Command("guest.enter", "Enter")]
                public async Task<int> EnterAsync()
                {
                    for (var i = 0; i < 20; i++)
                    {
                        _most = Math.Max(_most, Interlocked.Increment(ref _inside));
                        Thread.SpinWait(200);
                        Interlocked.Decrement(ref _inside);
                        await Task.Yield();
                    }

                    return _most;
                }
            }
            """);

        var calls = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => workspace.DoAsync("guest.enter")));

        calls.ShouldAllBe(most => most.Number == 1);
    }

    [Fact]
    public async Task Should_Hide_The_Callers_Flow_From_The_Guest()
    {
        var flow = new AsyncLocal<string>();
        AppContext.SetData("guest.flow", flow);
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.look", "Look")]
                public async Task<string> LookAsync()
                {
                    var flow = (AsyncLocal<string>)AppContext.GetData("guest.flow")!;
                    var seen = flow.Value ?? "nothing";
                    flow.Value = "left by the guest";
                    await Task.Yield();
                    return seen;
                }
            }
            """);
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        flow.Value = "the host's";

        (await workspace.DoAsync("guest.look")).ShouldBe((Value)"nothing");
        flow.Value.ShouldBe("the host's");
        (await workspace.DoAsync("guest.look")).ShouldBe((Value)"nothing");
    }

    [Fact]
    public async Task Should_Make_A_Fault_Of_An_Async_Void_That_Throws()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.forget", "Forget")]
                public void Forget() => Later();

                private static async void Later()
                {
                    await Task.Yield();
                    throw new InvalidOperationException("nobody waits for me");
                }
            }
            """);

        await workspace.DoAsync("guest.forget");
        await workspace.UntilAsync(() => workspace.Engine.Faults.All.Count == 1);

        workspace.Engine.Faults.All.Single().Message.ShouldBe("threw InvalidOperationException: nobody waits for me");
    }

    [Fact]
    public async Task Should_Blame_The_Guest_For_An_Exception_That_Nobody_Caught()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.make", "Make")]
                public void Make()
                {
                    try { throw new InvalidOperationException("from a thread"); }
                    catch (Exception error) { AppContext.SetData("guest.error", error); }
                }
            }
            """);
        await workspace.DoAsync("guest.make");

        workspace.Engine.TakeUnhandled((Exception)AppContext.GetData("guest.error")!).ShouldBeTrue();
        workspace.Engine.Faults.All.Single().ToString()
            .ShouldBe("guest threw InvalidOperationException: from a thread, in a thread or timer of its own (Plugin.cs:6)");
        AppContext.SetData("guest.error", null);
    }

    [Fact]
    public async Task Should_Blame_Nobody_For_An_Exception_Of_The_Host()
    {
        await using var workspace = new TestWorkspace();

        workspace.Engine.TakeUnhandled(new InvalidOperationException("ours")).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Cancel_The_Guest_When_The_Caller_Cancels()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.wait", "Wait")]
                public async Task WaitAsync(CancellationToken cancel) => await Task.Delay(-1, cancel);
            }
            """);
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        using var source = new CancellationTokenSource();
        var call = workspace.Engine.Commands.RunAsync("guest.wait", Sdk.Record.Empty, source.Token);
        await workspace.InsideAsync(Id);

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Make_A_Fault_Of_A_Cancellation_Callback_That_Throws()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.wait", "Wait")]
                public async Task WaitAsync(CancellationToken cancel)
                {
                    cancel.Register(() => throw new InvalidOperationException("in a callback"));
                    await Task.Delay(-1, cancel);
                }
            }
            """);
        await workspace.Engine.ActivateAsync(Id, CancellationToken.None);
        using var source = new CancellationTokenSource();
        var call = workspace.Engine.Commands.RunAsync("guest.wait", Sdk.Record.Empty, source.Token);
        await workspace.InsideAsync(Id);

        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        await workspace.UntilAsync(() => workspace.Engine.Faults.All.Count == 1);
        workspace.Engine.Faults.All.Single().Entry.ShouldBe("a cancellation callback of guest.wait");
    }
}
