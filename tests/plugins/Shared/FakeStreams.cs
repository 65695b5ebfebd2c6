using PluginHost.Sdk;

namespace PluginHost.Plugins.Testing;

/// <summary>Streams of one process on a <see cref="FakeDatabase"/>: every process sees the same logs.</summary>
internal sealed class FakeStreams(FakeDatabase database, IStore store, TimeProvider clock) : IStreams
{
    /// <summary>The streams that were opened, in order.</summary>
    public List<string> Opened { get; } = [];

    public IStream Open(string name, StreamSource source) => Open(name, source, _ => true);

    public IStream Open(string name, StreamSource source, Func<StreamItem, bool> filter)
    {
        Opened.Add(name);
        return new FakeStream(name, source, filter, database.Streams.GetOrAdd(name, _ => new FakeStreamLog()), store, clock);
    }
}
