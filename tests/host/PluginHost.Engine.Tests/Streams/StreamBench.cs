using PluginHost.Engine.Store;
using PluginHost.Engine.Store.Postgres;
using PluginHost.Engine.Store.Sqlite;
using PluginHost.Engine.Streams;
using PluginHost.Engine.Tests.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Streams;

/// <summary>A workspace on which processes read and take, and a clock in the hand for all of them.</summary>
internal sealed class StreamBench(StoreDialect dialect) : IAsyncDisposable
{
    public const string Stream = "events/@telco";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestStore _test = new(dialect);
    private readonly List<StreamProcess> _processes = [];

    public FakeClock Clock { get; } = new();

    public StreamKeeping Keeping { get; init; } = new();

    public StreamProcess Start() => Start(Clock);

    public StreamProcess Start(TimeProvider clock)
    {
        var process = new StreamProcess(Open(clock), _test.Root, clock, Keeping);
        _processes.Add(process);
        return process;
    }

    public async Task<StreamProcess> StartWithTableAsync()
    {
        var process = Start();
        await process.MigrateAsync();
        return process;
    }

    /// <summary>Gives other threads time to do what they should not do.</summary>
    public static Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, CancellationToken.None);

    /// <summary>Waits for something that others do, without moving the clock.</summary>
    public static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; !await isSo(); i++)
        {
            if (i == 4_000)
                throw new TimeoutException("What the test waits for did not happen within twenty seconds.");

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>Waits for something that others do while time passes.</summary>
    public Task AdvanceUntilAsync(TimeSpan step, Func<Task<bool>> isSo) => UntilAsync(async () =>
    {
        Clock.Advance(step);
        return await isSo();
    });

    public Task AdvanceUntilAsync(TimeSpan step, Func<bool> isSo) => AdvanceUntilAsync(step, () => Task.FromResult(isSo()));

    /// <summary>Moves the clock in steps, and lets everybody do what they do at each.</summary>
    public async Task PassAsync(TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Clock.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(15), TimeProvider.System, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();

        await _test.DisposeAsync();
    }

    private Database Open(TimeProvider clock) => dialect == StoreDialect.Sqlite
        ? new SqliteDatabase(_test.Path, clock, Patience)
        : new PostgresDatabase(PostgresAddress.Parse(_test.Server.AddressOf(_test.Database)), Patience);
}
