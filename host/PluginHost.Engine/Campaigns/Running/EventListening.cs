using PluginHost.Engine.Services;
using PluginHost.Engine.Streams;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Running;

/// <summary>
/// Keeps the streams read by which campaigns are started, as long as they are: each by the plugin that has its source. Who else reads the same stream, here or in another process,
/// shares the reading.
/// </summary>
internal sealed class EventListening(Func<ServiceDirectory> services, TimeProvider clock)
{
    // Plugins come and go with plugins.yaml.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, Listening> _listening = new(StringComparer.Ordinal);

    /// <summary>Told of streams that nobody reads, once in a row.</summary>
    public required Action<Severity, string> Tell { get; init; }

    /// <summary>Listens to these, and to no others any more.</summary>
    /// <param name="streams">The names of the streams.</param>
    /// <param name="cancel">Ends all listening.</param>
    public void Keep(IReadOnlyCollection<string> streams, CancellationToken cancel)
    {
        foreach (var (stream, listening) in _listening.Where(pair => !streams.Contains(pair.Key)).ToList())
        {
            _listening.Remove(stream);
            listening.Stop.Cancel();
        }

        foreach (var stream in streams)
        {
            if (_listening.ContainsKey(stream))
                continue;

            var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            _listening.Add(stream, new Listening(stop, RunAsync(stream, stop.Token)));
        }
    }

    /// <summary>Ends after listening was cancelled.</summary>
    public Task EndAsync() => Task.WhenAll(_listening.Values.Select(listening => listening.Ended));

    private async Task RunAsync(string stream, CancellationToken cancel)
    {
        await Task.Yield();
        var deaf = new Streak(LongestPause);
        while (!cancel.IsCancellationRequested)
        {
            var trouble = await TryListenAsync(stream, deaf, cancel);
            if (cancel.IsCancellationRequested)
                return;

            if (deaf.Begin())
                Tell(Severity.Warning, trouble);

            await Task.WhenAny(Task.Delay(deaf.NextPause(), clock, cancel));
        }
    }

    // Whatever is thrown is a plugin's, or the store's: it is tried again.
    private async Task<string> TryListenAsync(string stream, Streak deaf, CancellationToken cancel)
    {
        try
        {
            foreach (var listener in await services().GetAllAsync<IStreamListener>(cancel))
            {
                if (!await listener.HasAsync(stream, cancel))
                    continue;

                deaf.End();
                await listener.ListenAsync(stream, cancel);
                return $"The stream {stream} is not listened to any more; it is tried again.";
            }

            return $"Nobody listens to {stream}, and the campaigns that it starts wait: no plugin of this workspace has its source. Look at \"on:\" in plugins.yaml.";
        }
        catch (Exception error)
        {
            return $"The stream {stream}, which starts campaigns, is not listened to for now; it is tried again. {error.Message}";
        }
    }

    private sealed class Listening(CancellationTokenSource stop, Task ended)
    {
        public CancellationTokenSource Stop => stop;

        public Task Ended => ended;
    }
}
