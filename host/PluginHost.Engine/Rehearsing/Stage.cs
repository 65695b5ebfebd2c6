using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>
/// The one thread of a rehearsal. Script, guests and host take turns on it, one piece of work at a time and always in the same order. The clock moves when nothing
/// is left to do: the queue is empty, and so is the thread pool, on which reading files and compiling are done.
/// </summary>
/// <remarks>
/// What comes back from the pool waits in a queue of its own until the pool is idle. Work that races there cannot be told apart from work that does not; but what a
/// rehearsal does on it is awaited, one after the other. README.md beside this file says more.
/// </remarks>
internal sealed class Stage : SynchronizationContext
{
    // A script's thread has as much: a deep recursion is unwound soon.
    private const int StackSize = 2 * 1024 * 1024;

    // By the machine's clock, in milliseconds.
    private const int WatchInterval = 200;

    [ThreadStatic]
    private static Stage? _current;

    private readonly Lock _gate = new();
    private readonly Queue<Work> _work = new();
    private readonly Queue<Work> _returned = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _end = new();
    private readonly StageClock _clock;
    private readonly Func<bool> _isPoolIdle;
    private ExecutionContext _flow = null!;
    private long _stepSince;
    private volatile bool _isOver;

    public Stage(StageClock clock)
        : this(clock, IsPoolIdle)
    {
    }

    /// <param name="clock">The clock that it moves.</param>
    /// <param name="isPoolIdle">Whether nothing is under way elsewhere.</param>
    internal Stage(StageClock clock, Func<bool> isPoolIdle) => (_clock, _isPoolIdle) = (clock, isPoolIdle);

    /// <summary>How long one piece of work may take, of real time, before the rehearsal is given up.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The stage whose thread this is; null elsewhere.</summary>
    public static new Stage? Current => _current;

    /// <summary>
    /// How a task that is completed by hand is to be made: on a stage nothing need be kept from running at once, because continuations are posted; and whatever is waited for
    /// together with others would go by way of the pool.
    /// </summary>
    public static TaskCreationOptions Continuations => _current is null ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None;

    /// <summary>Whether something came back on a thread that nobody here has made.</summary>
    public bool HasStranger { get; private set; }

    /// <summary>Called before the clock moves; it may throw to end the rehearsal.</summary>
    public Action? Moving { get; set; }

    /// <summary>Runs something on the stage to its end. Once.</summary>
    /// <exception cref="PluginHostException">Something did not come back, or nothing would ever go on.</exception>
    public Task RunAsync(Func<Task> main)
    {
        var thread = new Thread(() => Run(main), StackSize) { IsBackground = true, Name = "rehearsal" };
        thread.Start();
        new Thread(Watch) { IsBackground = true, Name = "rehearsal watch" }.Start();
        return _ended.Task;
    }

    /// <summary>Waits for a task, from code that cannot await it. On the stage, whatever the task waits for goes on meanwhile.</summary>
    public static T WaitFor<T>(Task<T> task)
    {
        _current?.WorkUntil(() => task.IsCompleted);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Works until something is so, from within a piece of work that cannot await it.</summary>
    public void WorkUntil(Func<bool> isDone)
    {
        while (true)
        {
            // It may end on the pool.
            WaitForPool();
            if (isDone())
                return;

            Step();
        }
    }

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback d, object? state) => Enqueue(new Work(d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("The stage takes posts alone: waiting for it would stop it.");

    private void Enqueue(Work work)
    {
        if (_current == this)
        {
            _work.Enqueue(work);
            return;
        }

        // Whoever comes by a thread that is not the pool's has left the stage without the host.
        if (!Thread.CurrentThread.IsThreadPoolThread)
            HasStranger = true;

        lock (_gate)
            _returned.Enqueue(work);
    }

    private void Run(Func<Task> main)
    {
        _current = this;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        SetSynchronizationContext(this);
        _flow = ExecutionContext.Capture()!;
        Task? task = null;
        try
        {
            Post(_ => task = main(), null);
            WorkUntil(() => task is { IsCompleted: true });
        }
        catch (StageOverException)
        {
            // It was given up.
        }
        catch (Exception error)
        {
            _ended.TrySetException(error);
        }

        _isOver = true;
        _end.Set();
        if (task is { IsFaulted: true })
            _ended.TrySetException(task.Exception!.InnerExceptions);
        else if (task is { IsCanceled: true })
            _ended.TrySetCanceled();
        else
            _ended.TrySetResult();
    }

    private void Step()
    {
        if (!_work.TryDequeue(out var work))
        {
            Moving?.Invoke();
            work = _clock.MoveOn() ?? throw new PluginHostException("Nothing would ever go on in the rehearsal: everything waits, and nothing is due.");
        }

        var before = SynchronizationContext.Current;
        Volatile.Write(ref _stepSince, Environment.TickCount64);
        ExecutionContext.Run(_flow, static work => ((Work)work!).Do(), work);
        Volatile.Write(ref _stepSince, 0);
        SetSynchronizationContext(before);
    }

    private void WaitForPool()
    {
        if (_isOver)
            throw new StageOverException();

        var spins = 0;
        while (!_isPoolIdle())
        {
            // Most of what is done there is short; compiling is not.
            if (++spins < 200)
                Thread.Yield();
            else
                _end.Wait(1);

            if (_isOver)
                throw new StageOverException();

            Volatile.Write(ref _stepSince, _stepSince == 0 ? Environment.TickCount64 : _stepSince);
        }

        Volatile.Write(ref _stepSince, 0);
        lock (_gate)
        {
            while (_returned.TryDequeue(out var work))
                _work.Enqueue(work);
        }
    }

    // A thread that works counts as busy from when it is asked for until it has found nothing more to do. Asked for twice: what was queued last may have been taken in between.
    private static bool IsPoolIdle() => HasNoThreadAtWork() && ThreadPool.PendingWorkItemCount == 0 && HasNoThreadAtWork();

    private static bool HasNoThreadAtWork()
    {
        ThreadPool.GetMaxThreads(out var most, out _);
        ThreadPool.GetAvailableThreads(out var free, out _);
        return free >= most;
    }

    // By the machine's clock: whatever hangs, the rehearsal's own stands still with it.
    private void Watch()
    {
        while (!_isOver)
        {
            _end.Wait(WatchInterval);
            if (Volatile.Read(ref _stepSince) is var since and > 0 && Environment.TickCount64 - since > Patience.TotalMilliseconds)
            {
                _isOver = true;
                _ended.TrySetException(new PluginHostException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The rehearsal is given up: something has been at work for {Patience.TotalSeconds:0} seconds without an await. Look for a loop that never ends.")));
            }
        }
    }

    /// <summary>A piece of work.</summary>
    internal sealed class Work(SendOrPostCallback callback, object? state)
    {
        public void Do()
        {
            SetSynchronizationContext(_current);
            callback(state);
        }
    }

    // Unwinds whoever waits on the stage when it is over.
    private sealed class StageOverException : Exception;
}
