using System.Text;
using System.Threading.Channels;
using PluginHost.Sdk;

namespace PluginHost.Bluesky.Tests.Jetstream;

/// <summary>A socket whose other end is the test.</summary>
internal sealed class FakeSocket : IHttpSocket
{
    // What is said has arrived when the test goes on.
    private readonly Channel<byte[]> _said = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { AllowSynchronousContinuations = true });

    public bool IsDisposed { get; private set; }

    public void Say(string message) => Say(Encoding.UTF8.GetBytes(message));

    public void Say(byte[] message) => _said.Writer.TryWrite(message);

    public void Break() => _said.Writer.TryComplete(new HttpRequestException("cut"));

    public void Close() => _said.Writer.TryComplete();

    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel)
    {
        try
        {
            return await _said.Reader.ReadAsync(cancel);
        }
        catch (ChannelClosedException closed)
        {
            return closed.InnerException is HttpRequestException broken ? throw broken : null;
        }
    }

    public Task SendAsync(string text, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
