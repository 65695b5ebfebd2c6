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

    public async Task EnterAsync(string writer, CancellationToken cancel)
    {
        var turn = Volatile.Read(ref _turn);
        while (!await _free.WaitAsync(patience, cancel))
        {
            var now = Volatile.Read(ref _turn);
            if (now == turn)
            {
                throw new PluginHostException(
                    $"{_writer} has kept a transaction open for {patience.TotalSeconds:0.#} seconds, so that {writer} could not write. "
                    + $"Try again; if it stays so, switch {_writer} off and tell its author.");
            }

            turn = now;
        }

        _writer = writer;
        Interlocked.Increment(ref _turn);
    }

    /// <summary>Enters if nobody writes just now.</summary>
    public async Task<bool> TryEnterAsync(string writer)
    {
        if (!await _free.WaitAsync(TimeSpan.Zero, CancellationToken.None))
            return false;

        _writer = writer;
        Interlocked.Increment(ref _turn);
        return true;
    }

    public void Leave() => _free.Release();

    public void Dispose() => _free.Dispose();
}
