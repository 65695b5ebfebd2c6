using System.Globalization;
using PluginHost.Engine;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;

namespace PluginHost.Benchmarks.Outbox;

/// <summary>An engine with posting's worker, in this process; and one round with it: posts are planned, and then the worker sends them, timed.</summary>
internal sealed class OutboxSubject : IAsyncDisposable
{
    private static readonly TimeProvider Clock = TimeProvider.System;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(2);
    private readonly Engine.Engine _engine;
    private readonly int[] _commits;
    private readonly int _profiles;
    private int _planned;

    private OutboxSubject(Engine.Engine engine, int[] commits, int profiles)
    {
        _engine = engine;
        _commits = commits;
        _profiles = profiles;
    }

    /// <param name="file">The workspace's <c>plugins.yaml</c>.</param>
    /// <param name="home">Where things of the person are kept.</param>
    /// <param name="profiles">On how many profiles it sends.</param>
    public static OutboxSubject Open(string file, string home, int profiles)
    {
        var commits = new int[1];
        var options = new EngineOptions
        {
            WorkspaceFile = file,
            User = UserFolders.Under(home),
            Person = new Nobody(),
            Given = GivenTrust.Everything,
            Mark = mark =>
            {
                if (mark == Marks.Committed)
                    Interlocked.Increment(ref commits[0]);
            },
        };
        return PluginHost.Engine.Engine.Open(options) switch
        {
            EngineOpened { Engine: var engine } => new OutboxSubject(engine, commits, profiles),
            EngineRefused { Problems: var problems } => throw new BenchmarkException(string.Join('\n', problems)),
            var other => throw new BenchmarkException($"The workspace was opened as {other}."),
        };
    }

    /// <summary>Plans posts, and lets the worker send them.</summary>
    public async Task<Sending> RunAsync(int posts, CancellationToken cancel)
    {
        var due = Clock.GetUtcNow();
        for (var i = 0; i < posts; i++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Scoop number {++_planned} is ready.");
            var plan = Record.Of(("profile", OutboxPlace.Profiles[i % _profiles]), ("text", text), ("at", due));
            await _engine.Commands.RunAsync("posting.plan", plan, cancel);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var commits = Volatile.Read(ref _commits[0]);
        var processor = Environment.CpuUsage.TotalTime;
        var begun = Clock.GetTimestamp();
        var serving = _engine.Background.RunAsync(stop.Token);
        while (await IsOpenAsync(cancel))
            await Task.Delay(Look, Clock, cancel);

        var time = Clock.GetElapsedTime(begun);
        processor = Environment.CpuUsage.TotalTime - processor;
        commits = Volatile.Read(ref _commits[0]) - commits;
        await stop.CancelAsync();
        await serving;
        await CheckAsync(cancel);
        return new Sending(time.TotalMilliseconds / posts, processor.TotalMilliseconds / posts, (double)commits / posts);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    // Each of the four is one step in an index: whoever looks must not be what is measured.
    private Task<bool> IsOpenAsync(CancellationToken cancel) => _engine.Store.ReadAsync(
        Engine.Store.WorkspaceStore.HostName,
        Engine.Store.Access.Host,
        connection => connection.Read(
            $"""
            select exists (select 1 from posting_target where state = 'scheduled') or exists (select 1 from posting_target where state = 'leased')
                or exists (select 1 from posting_target where state = 'sending') or exists (select 1 from posting_target where state = 'unknown') as is_open
            """).Map(row => row.Integer("is_open"))[0] == 1,
        cancel);

    // What was not sent would be fast.
    private async Task CheckAsync(CancellationToken cancel)
    {
        var outbox = await _engine.Commands.RunAsync("posting.outbox", Record.Of(("limit", _planned + 1)), cancel);
        if (outbox.Items.Count != _planned || outbox.Items.Any(row => row["state"].ToString() != "sent"))
            throw new BenchmarkException($"{_planned} posts were planned, and not all of them are sent.\n{string.Join('\n', _engine.Faults.All)}");
    }

    private sealed class Nobody : IAsk
    {
        public Task<string?> ForTextAsync(string question, CancellationToken cancel) => throw Absent();

        public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) => throw Absent();

        public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => throw Absent();

        private static PluginHostException Absent() => new("Nobody is there to answer.");
    }
}
