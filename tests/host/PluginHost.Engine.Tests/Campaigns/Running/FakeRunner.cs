using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Campaigns.Running;
using PluginHost.Engine.Isolation;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Campaigns.Running;

/// <summary>Runs nothing, and ends as the test says.</summary>
internal sealed class FakeRunner : IOccurrenceRunner
{
    private readonly TaskCompletionSource<IsolatedEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Action<string, Severity> _hear = (_, _) => { };
    private Action _whenStopped = () => { };

    public Claim? Claim { get; private set; }

    public Task<IsolatedEnd> RunAsync(Claim claim, Action<string, Severity> hear, CancellationToken stop)
    {
        (Claim, _hear) = (claim, hear);
        stop.Register(() => _whenStopped());
        return _ended.Task;
    }

    public void Say(string line) => _hear(line, Severity.Information);

    public void EndsWhenStopped(int exitCode, bool isKilled = false) => _whenStopped = () => End(exitCode, isKilled);

    public void End(int exitCode, bool isKilled = false) => _ended.TrySetResult(
        new IsolatedEnd { ExitCode = exitCode, IsKilled = isKilled, Cpu = TimeSpan.FromSeconds(3), PeakMemory = 1024 * 1024 });
}
