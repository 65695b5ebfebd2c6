using System.Collections.Concurrent;

namespace PluginHost.Engine.Tests.Store;

/// <summary>Runs work on a context of one thread, as the host runs a plugin.</summary>
internal sealed class OneThread : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Call, object? State)> _calls = [];

    public static async Task RunAsync(Func<Task> work)
    {
        var context = new OneThread();
        var done = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            SetSynchronizationContext(context);
            var task = work();
            task.ContinueWith(_ => context._calls.CompleteAdding(), TaskScheduler.Default);
            foreach (var (call, state) in context._calls.GetConsumingEnumerable())
                call(state);

            done.SetResult(task);
        }).Start();
        await await done.Task;
    }

    public override void Post(SendOrPostCallback d, object? state) => _calls.Add((d, state));
}
