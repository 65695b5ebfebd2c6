namespace PluginHost.Engine.Store.Sqlite;

/// <summary>Work that gives something back, as a transaction.</summary>
internal sealed class WorkJob<T> : WriteJob
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<StoreConnection, T> _work;
    private readonly CancellationToken _cancel;
    private readonly CancellationTokenRegistration _dropping;
    private T _result = default!;

    public WorkJob(Caller caller, Durability durability, Func<StoreConnection, T> work, CancellationToken cancel)
        : base(caller, durability)
    {
        _work = work;
        _cancel = cancel;
        _dropping = cancel.UnsafeRegister(static job => ((WorkJob<T>)job!).Drop(), this);
    }

    public Task<T> Done => _done.Task;

    public override void Run(SqliteStoreConnection connection) => _result = connection.Transact(Caller, Durability, _work, _cancel);

    public override void End(Exception? broken)
    {
        _dropping.Unregister();
        if (broken is null)
            _done.SetResult(_result);
        else if (broken is OperationCanceledException cancelled)
            _done.SetCanceled(cancelled.CancellationToken);
        else
            _done.SetException(broken);
    }

    private void Drop()
    {
        if (TryDrop())
            _done.SetCanceled(_cancel);
    }
}
