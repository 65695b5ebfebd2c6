using System.Globalization;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// The thread of a run. Everything that the script does happens here, in order: what follows an await is queued and comes back. The stack is
/// small, so that a deep recursion is unwound in milliseconds; the culture is invariant, so that a post reads the same on every machine.
/// </summary>
/// <remarks>The thread ends when the run's task does. What is still queued then, or comes later, is dropped.</remarks>
internal sealed class ScriptPump : SynchronizationContext
{
    private const int StackSize = 1024 * 1024;

    private readonly Queue<Work?> _queue = new();
    private Thread? _thread;
    private bool _isOver;

    /// <summary>Starts a run on a thread of its own.</summary>
    /// <param name="name">The thread's name.</param>
    /// <param name="run">The run.</param>
    /// <param name="fail">Takes what was thrown where no task could carry it: in an <c>async void</c> of the script.</param>
    public static Task<ScriptOutcome> Start(string name, Func<Task<ScriptOutcome>> run, Action<Exception> fail)
    {
        var pump = new ScriptPump();
        var outcome = new TaskCompletionSource<ScriptOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        pump._thread = new Thread(() => pump.Run(run, fail, outcome), StackSize) { IsBackground = true, Name = name };
        pump._thread.Start();
        return outcome.Task;
    }

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback callback, object? state) => Enqueue(new Work(callback, state));

    public override void Send(SendOrPostCallback callback, object? state)
    {
        if (Thread.CurrentThread == _thread)
        {
            callback(state);
            return;
        }

        var done = new TaskCompletionSource();
        Post(
            _ =>
            {
                try
                {
                    callback(state);
                    done.SetResult();
                }
                catch (Exception exception)
                {
                    done.SetException(exception);
                }
            },
            null);
        done.Task.GetAwaiter().GetResult();
    }

    private void Run(Func<Task<ScriptOutcome>> run, Action<Exception> fail, TaskCompletionSource<ScriptOutcome> outcome)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        SetSynchronizationContext(this);
        var task = run();
        if (!task.IsCompleted)
            Pump(task, fail);

        lock (_queue)
        {
            _isOver = true;
            _queue.Clear();
        }

        outcome.SetFromTask(task);
    }

    private void Pump(Task task, Action<Exception> fail)
    {
        task.ContinueWith(_ => Enqueue(null), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            try
            {
                Dequeue()?.Do();
            }
            catch (Exception exception)
            {
                fail(exception);
            }
        }
    }

    private void Enqueue(Work? work)
    {
        lock (_queue)
        {
            if (_isOver)
                return;

            _queue.Enqueue(work);
            Monitor.Pulse(_queue);
        }
    }

    private Work? Dequeue()
    {
        lock (_queue)
        {
            while (_queue.Count == 0)
                Monitor.Wait(_queue);

            return _queue.Dequeue();
        }
    }

    // A class, not a struct: the runtime brings compiled code for queues of references only.
    private sealed class Work(SendOrPostCallback callback, object? state)
    {
        public void Do() => callback(state);
    }
}
