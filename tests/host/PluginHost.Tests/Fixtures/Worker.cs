using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Testing;

/// <summary>A plugin with background services that leave notes in the workspace: what they did, and how they ended.</summary>
internal static class Worker
{
    public const string Configuration = "plugins:\n  worker: { path: ../plugins/worker }\n";

    private const string Source = """
        public sealed class WorkerPlugin : Plugin
        {
            [BackgroundService("worker.work", "Works")]
            public async Task WorkAsync(IHost host, CancellationToken cancel)
            {
                if (System.IO.File.Exists("fail"))
                    throw new InvalidOperationException("no milk");

                host.Output.Write(Severity.Warning, "the milk is low");
                System.IO.File.AppendAllText($"working-{Environment.ProcessId}", "");
                await Task.WhenAny(Task.Delay(Timeout.InfiniteTimeSpan, host.Clock, cancel));
                while (System.IO.File.Exists("busy"))
                    await Task.Delay(TimeSpan.FromMilliseconds(10), host.Clock, CancellationToken.None);

                System.IO.File.AppendAllText($"ended-{Environment.ProcessId}", "");
            }

            [Command("worker.hello", "Hello")]
            public string Hello() => "hello";
        }
        """;

    /// <summary>A workspace with the plugin.</summary>
    public static ProgramPlace Place()
    {
        var place = new ProgramPlace(Configuration);
        TestPlugin.Write(place.Plugins, "worker", Source);
        return place;
    }

    /// <summary>How many processes have left a note of a kind.</summary>
    public static int Count(this ProgramPlace place, string note) => Directory.GetFiles(place.Root, $"{note}-*").Length;
}
