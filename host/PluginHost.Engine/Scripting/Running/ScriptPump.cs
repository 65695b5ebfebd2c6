using System.Globalization;
using System.Runtime.ExceptionServices;
using PluginHost.Engine.Rehearsing;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// The thread of a run. Everything that the script does happens here, in order: what follows an await is queued and comes back. The stack is
/// small, so that a deep recursion is unwound in milliseconds; the culture is invariant, so that a post reads the same on every machine.
/// </summary>
/// <remarks>
/// The thread itself is plain code that waits for tasks by working off the queue. An <c>async</c> method would be compiled anew at each start
/// of the program, a dozen methods for every await. What is queued after the end, or left over then, is dropped.
/// </remarks>
internal sealed class ScriptPump : SynchronizationContext
{
    private const int StackSize = 1024 * 1024;

    private readonly Queue<Work?> _queue = new();
    private readonly Thread? _thread;
    private readonly Stage? _stage;
    private ExceptionDispatchInfo? _thrown;
    private bool _isOver;

    /// <summary>Whether there is nothing to do, and something is waited for. Asked on any thread.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Called on the run's thread whenever there is nothing to do; says whether there may be something now. Null: nobody wants to know.</summary>
    public Func<bool>? Idle { get; set; }

    private ScriptPump(string name, Action<ScriptPump> run) =>
        _thread = new Thread(() => Run(run), StackSize) { IsBackground = true, Name = name };

    private ScriptPump(Stage stage) => _stage = stage;

    private bool IsHere => _stage is null ? Thread.CurrentThread == _thread : Stage.Current == _stage;

    /// <summary>Starts a run on a thread of its own.</summary>
    /// <param name="name">The thread's name.</param>
    /// <param name="run">The run. It must not throw.</param>
    /// <param name="stage">The rehearsal's stage, which it runs on then; null: there is none.</param>
    public static void Start(string name, Action<ScriptPump> run, Stage? stage)
    {
        if (stage is null)
            new ScriptPump(name, run)._thread!.Start();
        else
            stage.Post(_ => new ScriptPump(stage).Run(run), null);
    }

    /// <summary>Waits for a task and gives its result. On the run's thread only.</summary>
    /// <exception cref="Exception">What the task threw, or an <c>async void</c> of the script meanwhile.</exception>
    public T Wait<T>(Task<T> task)
    {
        if (!task.IsCompleted)
            WorkUntilDone(task);

        return task.GetAwaiter().GetResult();
    }

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback callback, object? state) => Enqueue(new Work(callback, state));

    public override void Send(SendOrPostCallback callback, object? state)
    {
        if (IsHere)
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

    private void Run(Action<ScriptPump> run)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        SetSynchronizationContext(this);
        run(this);
        lock (_queue)
        {
            _isOver = true;
            _queue.Clear();
        }
    }

    private void WorkUntilDone(Task task)
    {
        if (_stage is not null)
        {
            WorkOnStage(_stage, task);
            return;
        }

        // It may end on another thread: then nothing is queued, and something must wake us.
        task.ContinueWith(_ => Enqueue(null), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!task.IsCompleted)
            Dequeue()?.Do();
    }

    // Whatever else is on the stage goes on meanwhile.
    private void WorkOnStage(Stage stage, Task task)
    {
        stage.WorkUntil(() => task.IsCompleted || _thrown is not null);
        SetSynchronizationContext(this);
        Interlocked.Exchange(ref _thrown, null)?.Throw();
    }

    private void DoOnStage(Work work)
    {
        if (_isOver)
            return;

        SetSynchronizationContext(this);
        try
        {
            work.Do();
        }
        catch (Exception error)
        {
            // An async void of the script: whoever waits for the script gets it.
            _thrown ??= ExceptionDispatchInfo.Capture(error);
        }
    }

    private void Enqueue(Work? work)
    {
        if (_stage is not null)
        {
            _stage.Post(work => DoOnStage((Work)work!), work);
            return;
        }

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
        while (Idle is { } idle && IsIdle() && idle())
        {
        }

        lock (_queue)
        {
            IsWaiting = true;
            while (_queue.Count == 0)
                Monitor.Wait(_queue);

            IsWaiting = false;
            return _queue.Dequeue();
        }
    }

    private bool IsIdle()
    {
        lock (_queue)
            return _queue.Count == 0;
    }

    // A class, not a struct: the runtime brings compiled code for queues of references only.
    private sealed class Work(SendOrPostCallback callback, object? state)
    {
        public void Do() => callback(state);
    }
}
