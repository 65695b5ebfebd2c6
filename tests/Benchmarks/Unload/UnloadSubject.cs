using System.Globalization;
using PluginHost.Engine;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;

namespace PluginHost.Benchmarks.Unload;

/// <summary>An engine as the screen opens it, plugins unloadable, on a throw-away workspace; and one round with it.</summary>
internal sealed class UnloadSubject : IAsyncDisposable
{
    private static readonly TimeProvider Clock = TimeProvider.System;
    private readonly Engine.Engine _engine;
    private object? _held;

    private UnloadSubject(Engine.Engine engine) => _engine = engine;

    public static UnloadSubject Open(TemporaryFolder temporary)
    {
        var options = new EngineOptions
        {
            WorkspaceFile = BenchWorkspace.Make(temporary.Under("workspace")),
            User = UserFolders.Under(temporary.Under("home")),
            Person = new Nobody(),
            Given = GivenTrust.Everything,
            Unloadable = true,
        };
        return Engine.Engine.Open(options) switch
        {
            EngineOpened { Engine: var engine } => new UnloadSubject(engine),
            EngineRefused { Problems: var problems } => throw new BenchmarkException(string.Join('\n', problems)),
            var other => throw new BenchmarkException($"The workspace was opened as {other}."),
        };
    }

    public async Task<UnloadRound> RunAsync(int number, bool withNetwork, CancellationToken cancel)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var begun = Clock.GetTimestamp();
        await _engine.ActivateAsync("posting", cancel);
        var loaded = Clock.GetTimestamp();
        await UseAsync(number, cancel);
        var used = Clock.GetTimestamp();
        await UnloadAsync("posting", number, cancel);
        if (withNetwork)
            await UnloadAsync("rehearsal", number, cancel);

        return new UnloadRound(
            Clock.GetElapsedTime(begun, loaded).TotalMilliseconds,
            Clock.GetElapsedTime(loaded, used).TotalMilliseconds,
            Clock.GetElapsedTime(used).TotalMilliseconds,
            (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    /// <summary>Holds a plugin's type on purpose, to see that the measure would notice.</summary>
    /// <exception cref="BenchmarkException">It did not.</exception>
    public async Task ControlAsync(CancellationToken cancel)
    {
        await _engine.ActivateAsync("posting", cancel);
        _held = LoadedCopies.OfPlugins().Single().GetTypes();
        var state = await _engine.UnloadAsync("posting", cancel);
        if (state != PluginState.Zombie || LoadedCopies.CountAfterCollecting() != 1)
        {
            throw new BenchmarkException(
                $"A plugin that is held on purpose was unloaded as {state}: the measure is blind, and its figures would mean nothing.");
        }

        _held = null;
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task UseAsync(int number, CancellationToken cancel)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"Scoop number {number} is ready.");
        await _engine.Commands.RunAsync("posting.publish", Record.Of(("profile", BenchWorkspace.Profile), ("text", text)), cancel);
        var timeline = await _engine.Commands.RunAsync("posting.timeline", Record.Of(), cancel);
        if (timeline.Items[0]["text"].ToString() != text)
            throw new BenchmarkException($"Round {number} published \"{text}\" and does not find it at the top of the timeline.");
    }

    private async Task UnloadAsync(string plugin, int number, CancellationToken cancel)
    {
        var state = await _engine.UnloadAsync(plugin, cancel);
        if (state != PluginState.Unloaded)
        {
            throw new BenchmarkException(
                $"Round {number}: {plugin} was unloaded, and is {state}. Something holds it.\n{string.Join('\n', _engine.Faults.All)}");
        }
    }

    private sealed class Nobody : IAsk
    {
        public Task<string?> ForTextAsync(string question, CancellationToken cancel) => throw Absent();

        public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) => throw Absent();

        public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => throw Absent();

        private static PluginHostException Absent() => new("Nobody is there to answer.");
    }
}
