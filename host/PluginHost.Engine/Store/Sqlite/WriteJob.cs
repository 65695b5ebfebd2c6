namespace PluginHost.Engine.Store.Sqlite;

/// <summary>A transaction that is one piece of work, from its beginning to its commit, waiting for its turn.</summary>
internal abstract class WriteJob(Caller caller, Durability durability)
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Dropped = 2;

    private int _state = Waiting;

    public Caller Caller => caller;

    public Durability Durability => durability;

    /// <summary>Since when it waits for the one who writes, on the counting clock.</summary>
    public long Since { get; set; }

    /// <summary>Whose turn it was then.</summary>
    public int Turn { get; set; }

    /// <summary>Whether it is to run; after this, it cannot be dropped any more.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;

    /// <summary>Runs it on the connection that writes. What becomes of it, nobody is told yet.</summary>
    public abstract void Run(SqliteStoreConnection connection);

    /// <summary>Tells what became of it.</summary>
    /// <param name="broken">What broke it; null where nothing did.</param>
    public abstract void End(Exception? broken);

    /// <summary>Whether it still waited, and will not run.</summary>
    public bool TryDrop() => Interlocked.CompareExchange(ref _state, Dropped, Waiting) == Waiting;
}
