using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Hostile;

/// <summary>Whatever a plugin does in whichever of its callbacks: it is named, and the others answer.</summary>
public sealed class HostileTests : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ManualResetEventSlim _release = new();
    private readonly TestWorkspace _workspace = new TestWorkspace()
        .With(HostilePlugin.Id, HostilePlugin.Source)
        .With("other", """public sealed class Other : Plugin { [Command("other.say", "Say")] public string Say() => "hello"; }""");

    public static TheoryData<string> Timed =>
        ["static constructor", "constructor", "activation", "deactivation", "command", "command, later", "view", "check", "service", "linter"];

    // Work that may take as long as it likes: that it hangs is seen by the next call.
    public static TheoryData<string> Endless => ["job", "repetition", "background", "background service"];

    [Theory]
    [MemberData(nameof(Timed))]
    [MemberData(nameof(Endless))]
    public async Task Should_Name_A_Plugin_That_Throws_And_Go_On_With_The_Others(string place)
    {
        AppContext.SetData("hostile.place", place);

        var call = HostilePlugin.CallAsync(_workspace, place, _stop.Token);

        await _workspace.AdvanceUntilAsync(FaultAsync(), TimeSpan.FromMilliseconds(100));
        var fault = _workspace.Engine.Faults.All[0];
        fault.Plugin.ShouldBe(HostilePlugin.Id);
        fault.Message.ShouldBe("threw Melted: (its message throws, too)");
        await EndAsync(call);
        (await _workspace.DoAsync("other.say")).ShouldBe((Value)"hello");
    }

    [Theory]
    [MemberData(nameof(Timed))]
    public async Task Should_Name_A_Plugin_That_Hangs_And_Go_On_With_The_Others(string place)
    {
        AppContext.SetData("hostile.place", place);
        AppContext.SetData("hostile.release", _release);

        var call = HostilePlugin.CallAsync(_workspace, place, _stop.Token);

        await _workspace.AdvanceUntilAsync(FaultAsync(), TimeSpan.FromSeconds(1));
        var fault = _workspace.Engine.Faults.All[0];
        fault.Plugin.ShouldBe(HostilePlugin.Id);
        fault.Message.ShouldStartWith("did not come back within ");
        (await _workspace.DoAsync("other.say")).ShouldBe((Value)"hello");
        _release.Set();
        await EndAsync(call);
    }

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task Should_Say_Of_Work_That_Hangs_That_The_Plugin_Does_Not_Answer(string place)
    {
        AppContext.SetData("hostile.place", place);
        AppContext.SetData("hostile.release", _release);
        var call = HostilePlugin.CallAsync(_workspace, place, _stop.Token);
        await _workspace.UntilAsync(() => (string?)AppContext.GetData("hostile.hangs") == place);

        var use = _workspace.DoAsync("guest.use");

        await _workspace.AdvanceUntilAsync(use, TimeSpan.FromSeconds(1));
        (await Should.ThrowAsync<PluginFaultedException>(() => use)).Message.ShouldBe("guest did not come back within 30 s, in guest.use");
        (await _workspace.DoAsync("other.say")).ShouldBe((Value)"hello");
        _release.Set();
        await EndAsync(call);
    }

    public async ValueTask DisposeAsync()
    {
        AppContext.SetData("hostile.place", null);
        AppContext.SetData("hostile.release", null);
        AppContext.SetData("hostile.hangs", null);
        _release.Set();
        await _workspace.DisposeAsync();
        _release.Dispose();
        _stop.Dispose();
    }

    private Task FaultAsync() => _workspace.UntilAsync(() => _workspace.Engine.Faults.All.Count > 0);

    // How a call ends is not this test's matter: that it does is.
    private async Task EndAsync(Task call)
    {
        await _stop.CancelAsync();
        await _workspace.AdvanceUntilAsync(call.ContinueWith(_ => { }, TaskScheduler.Default), TimeSpan.FromMilliseconds(500));
    }
}
