using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <summary>
/// Streams as one plugin sees them. Of a stream that several of its takers take from, the source is read once. Disposing it ends the readers and refuses
/// all later calls; nothing of the plugin is held then.
/// </summary>
internal sealed class GuestStreams(Guest guest, Fence fence, StreamService service, Func<IStore> store) : IStreams, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Listening> _listening = new(StringComparer.Ordinal);
    private volatile bool _isClosed;

    public IStream Open(string name, StreamSource source) => Make(name, source, null);

    public IStream Open(string name, StreamSource source, Func<StreamItem, bool> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Make(name, source, filter);
    }

    /// <summary>Reads a source as long as the result is not disposed, beside others who listen to the same stream.</summary>
    public IDisposable Listen(string name, StreamSource source, Func<StreamItem, bool>? filter)
    {
        lock (_gate)
        {
            RefuseClosed();
            if (!_listening.TryGetValue(name, out var listening))
            {
                var fenced = new FencedSource(name, source, filter, guest, fence, service);
                var reader = new SourceReader(name, fenced.HearAsync, service);
                var token = (listening = _listening[name] = new Listening()).Stop.Token;
                service.Launch(() => reader.RunAsync(token));
            }

            listening.Count++;
            return new Leaving(() => Leave(name, listening));
        }
    }

    public void RefuseClosed()
    {
        if (_isClosed)
            throw new PluginHostException($"{guest.Id} uses its streams after it was unloaded.");
    }

    public void Dispose()
    {
        Listening[] all;
        lock (_gate)
        {
            _isClosed = true;
            all = [.. _listening.Values];
            _listening.Clear();
        }

        foreach (var listening in all)
            listening.Stop.Cancel();
    }

    private GuestStream Make(string name, StreamSource source, Func<StreamItem, bool>? filter)
    {
        ArgumentNullException.ThrowIfNull(source);
        RefuseClosed();
        return string.IsNullOrWhiteSpace(name)
            ? throw new WrongUseException($"{guest.Id} opens a stream without a name. Give it one that is the same in every process: events/@telco.")
            : new GuestStream(name, source, filter, this, guest, fence, service, store);
    }

    private void Leave(string name, Listening listening)
    {
        lock (_gate)
        {
            if (--listening.Count > 0)
                return;

            if (_listening.GetValueOrDefault(name) == listening)
                _listening.Remove(name);
        }

        listening.Stop.Cancel();
    }

    private sealed class Listening
    {
        public CancellationTokenSource Stop { get; } = new();

        public int Count { get; set; }
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
