using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Testing;

/// <summary>A plugin with a command that is known to be long after its first step of ten; where the workspace has a file <c>wait</c>, it stays there.</summary>
internal static class LongWork
{
    private const string Source = """
        public sealed class WorkPlugin : Plugin
        {
            [Command("work.count", "Count")]
            public Task<Table> CountAsync(IHost host, CancellationToken cancel) => host.Jobs.RunAsync(
                "Counting",
                async job =>
                {
                    for (var step = 1; step <= 10; step++)
                    {
                        await Task.Delay(TimeSpan.FromMilliseconds(step == 1 ? 600 : 60), host.Clock, job.Cancel);
                        job.Report(step / 10.0, $"step {step}");
                        if (System.IO.File.Exists("wait"))
                            await Task.Delay(Timeout.InfiniteTimeSpan, host.Clock, job.Cancel);
                    }

                    return Table.Of(new[] { 1, 2 }, ("number", number => number));
                },
                cancel);

            [Command("work.quick", "Quick")]
            public Task<string> QuickAsync(IHost host, CancellationToken cancel) =>
                host.Jobs.RunAsync("Hurrying", job => Task.FromResult("quick"), cancel);

            [Command("work.fail", "Fail")]
            public Task<string> FailAsync(IHost host, CancellationToken cancel) => host.Jobs.RunAsync<string>(
                "Failing",
                async job =>
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(700), host.Clock, job.Cancel);
                    throw new PluginHostException("The cream is out. Buy some.");
                },
                cancel);
        }
        """;

    public static ProgramPlace Place()
    {
        var place = new ProgramPlace("plugins:\n  work: { path: ../plugins/work }\n");
        TestPlugin.Write(place.Plugins, "work", Source);
        return place;
    }
}
