using PluginHost.Engine.Plugins.Reporting;
using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Engine.Tests.Plugins.Reporting;

public sealed class ProcessReportsTests
{
    private const string Source = """
        public sealed class Guest : Plugin
        {
            [Command("guest.say", "Say")]
            public string Say() => "hello";

            [Command("guest.throw", "Throw")]
            public void Throw() => throw new InvalidOperationException("no milk");
        }
        """;

    [Fact]
    public async Task Should_Pass_By_What_A_Process_Left_That_Was_Killed()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        workspace.Write(".pluginhost/running/4711.json", "[]");

        workspace.Engine.Processes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Tell_How_Plugins_Stand_While_The_Process_Runs()
    {
        // Given
        await using var workspace = new TestWorkspace().With("guest", Source);
        using var stop = new CancellationTokenSource();
        var reporting = new ProcessReports(workspace.Engine).RunAsync(stop.Token);
        await workspace.DoAsync("guest.say");
        await workspace.DoAsync("guest.say");
        await Should.ThrowAsync<Sdk.PluginFaultedException>(() => workspace.DoAsync("guest.throw"));

        // When
        var report = new PluginReport { Plugin = "", State = "" };
        await workspace.UntilAsync(() =>
        {
            workspace.Clock.Advance(TimeSpan.FromSeconds(1));
            report = workspace.Engine.Processes.SingleOrDefault()?.Plugins.SingleOrDefault() ?? report;
            return report.Faults == 1;
        });

        // Then
        (report.Plugin, report.State, report.By, report.Calls, report.Zombies).ShouldBe(("guest", "active", "the command guest.say", 4, 0));
        report.Own.ShouldNotBeNull();
        report.Cause.ShouldStartWith("guest threw InvalidOperationException: no milk, in guest.throw");
        workspace.Engine.Processes[0].Process.ShouldBe(Environment.ProcessId);

        await stop.CancelAsync();
        await reporting;
        workspace.Engine.Processes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Serve_All_The_Same_When_Nothing_Can_Be_Written_There()
    {
        await using var workspace = new TestWorkspace().With("guest", Source);
        workspace.Write(".pluginhost/running", "a file where the folder should be");

        await new ProcessReports(workspace.Engine).RunAsync(CancellationToken.None);

        workspace.Engine.Output.Lines.ShouldHaveSingleItem().Text.ShouldStartWith("\"pluginhost plugins\" will not see how plugins stand here: ");
    }
}
