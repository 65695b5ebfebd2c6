using PluginHost.Engine.Output;
using PluginHost.Engine.Sleep;
using PluginHost.Engine.Store;
using PluginHost.Engine.Streams;
using PluginHost.Engine.Tests.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

/// <summary>A process on the workspace, as far as streams go: a store, a service, and what runs there.</summary>
internal sealed class StreamProcess : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _running = [];
    private readonly WorkspaceStore _store;
    private readonly PluginStore _plugin;
    private int _left = int.MaxValue;

    public StreamProcess(Database database, string folder, TimeProvider clock, StreamKeeping keeping)
    {
        _store = new WorkspaceStore(database, clock) { Mark = OnMark };
        _plugin = _store.For("guest");
        Output = new OutputLog(folder, clock);
        Service = new StreamService(_store, clock, new WakeWatch(clock, null, _ => { }).Look, new PluginHost.Engine.Ways.RandomWay(), Output) { Keeping = keeping };
    }

    public StreamService Service { get; }

    public OutputLog Output { get; }

    public IStore Store => _plugin;

    public List<string> Blamed { get; } = [];

    public bool IsDead => Volatile.Read(ref _left) <= 0;

    /// <summary>Kills the process the how-manieth time it comes to the store, or has committed.</summary>
    public void KillAfter(int times) => _left = times;

    /// <summary>Nothing of this process reaches the store any more. What it has open is undone.</summary>
    public void Kill()
    {
        Volatile.Write(ref _left, 0);
        _end.Cancel();
    }

    public Task MigrateAsync() => _store.MigrateAsync(
        "guest", [TestStore.First("create table guest_taken(id integer primary key, taker text, event text)")], CancellationToken.None);

    public void Read(string stream, TestSource source) => Run(cancel => new SourceReader(stream, source.HearAsync, Service).RunAsync(cancel));

    public void Take(string stream, string taker, Func<IReadOnlyList<StreamEvent>, IStoreTransaction, Task> take) =>
        Run(cancel => new Taking(stream, $"guest/{taker}", _plugin.Relaxed, Service, Blame).RunAsync(take, cancel));

    /// <summary>Takes by writing each event into the plugin's table.</summary>
    public void Take(string stream, string taker) => Take(stream, taker, (events, transaction) => WriteAsync(taker, events, transaction));

    public static async Task WriteAsync(string taker, IReadOnlyList<StreamEvent> events, IStoreTransaction transaction)
    {
        foreach (var item in events)
            await transaction.WriteAsync($"insert into guest_taken(taker, event) values ({taker}, {item.Id + item.Gap})");
    }

    public Task<IReadOnlyList<string>> TakenAsync(string taker) => _plugin.ReadAsync(
        $"select event from guest_taken where taker = {taker} order by id", row => row.Text("event"), CancellationToken.None);

    public Task<IReadOnlyList<StreamEvent>> LogAsync(string stream) =>
        Service.Log.ReadAsync(stream, 0, int.MaxValue, Service.Clock.GetUtcNow(), CancellationToken.None);

    /// <summary>Until when the lease of a stream lasts.</summary>
    public async Task<DateTimeOffset> LeaseUntilAsync(string stream)
    {
        var rows = await _store.ReadAsync(
            WorkspaceStore.HostName,
            Access.Host,
            connection => connection.Read($"select lease_until from pluginhost_stream where name = {stream}"),
            CancellationToken.None);
        return rows.Map(row => row.Instant("lease_until"))[0];
    }

    /// <summary>Ends what runs here, as a process does that has the time.</summary>
    public async Task EndAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_running.Select(task => Task.WhenAny(task)));
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _plugin.Dispose();
        Volatile.Write(ref _left, int.MaxValue);
        await _store.DisposeAsync();
    }

    private void Run(Func<CancellationToken, Task> work) => _running.Add(Task.Run(() => work(_end.Token)));

    private void Blame(Exception error)
    {
        lock (Blamed)
            Blamed.Add(error.Message);
    }

    // Between the two marks a kill changes nothing that anybody could see.
    private void OnMark(string mark)
    {
        if (mark is not (Marks.IntoStore or Marks.Committed) || Volatile.Read(ref _left) == int.MaxValue)
            return;

        if (Interlocked.Decrement(ref _left) <= 0)
            throw new KilledException();
    }
}
