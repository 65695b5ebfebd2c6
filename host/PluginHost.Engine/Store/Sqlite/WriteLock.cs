using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>
/// Lets the writers of this process go one at a time, without keeping a thread, before they meet those of others. Whoever waits gives up
/// when the same one has been writing all along: a long queue is no reason, a writer that hangs is.
/// </summary>
internal sealed class WriteLock(TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);
    private string _writer = "";
    private int _turn;
    private int _waiting;

    /// <summary>Another number for each one that writes.</summary>
    public int Turn => Volatile.Read(ref _turn);

    /// <summary>Whether somebody waits to be let in.</summary>
    public bool IsWanted => Volatile.Read(ref _waiting) > 0;

    public async Task EnterAsync(string writer, CancellationToken cancel)
    {
        var turn = Turn;
        while (!await WaitAsync(patience, cancel))
        {
            if (Turn == turn)
                throw Kept(writer);

            turn = Turn;
        }

        Pass(writer);
    }

    /// <summary>Enters, however long it takes: whoever calls looks after the patience.</summary>
    public Task EnterAsync() => WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);

    /// <summary>Enters if nobody writes just now.</summary>
    public async Task<bool> TryEnterAsync(string writer)
    {
        if (!await _free.WaitAsync(TimeSpan.Zero, CancellationToken.None))
            return false;

        Pass(writer);
        return true;
    }

    /// <summary>Names who writes now, by the one who is in.</summary>
    public void Pass(string writer)
    {
        _writer = writer;
        Interlocked.Increment(ref _turn);
    }

    public void Leave() => _free.Release();

    /// <summary>What to throw for somebody who has waited too long.</summary>
    public PluginHostException Kept(string writer) => new(
        $"{_writer} has kept a transaction open for {patience.TotalSeconds:0.#} seconds, so that {writer} could not write. "
        + $"Try again; if it stays so, switch {_writer} off and tell its author.");

    public void Dispose() => _free.Dispose();

    private async Task<bool> WaitAsync(TimeSpan time, CancellationToken cancel)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            return await _free.WaitAsync(time, cancel);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
