using System.Text;
using System.Threading.Channels;

namespace PluginHost.Sdk.Testing;

/// <summary>A WebSocket that the plugin has opened, as the server sees it. The test plays the server, at once or later: what it says, the plugin reads in that order.</summary>
public sealed class TestSocket
{
    private readonly Lock _gate = new();
    private readonly List<string> _heard = [];
    private readonly Channel<ReadOnlyMemory<byte>> _said = Channel.CreateUnbounded<ReadOnlyMemory<byte>>();
    private readonly Action<TestSocket, string>? _answer;

    internal TestSocket(TestRequest request, Action<TestSocket, string>? answer) => (Request, _answer) = (request, answer);

    /// <summary>The request that opened it: its address and headers.</summary>
    public TestRequest Request { get; }

    /// <summary>What the plugin has sent, in order.</summary>
    public IReadOnlyList<string> Heard
    {
        get
        {
            lock (_gate)
                return [.. _heard];
        }
    }

    /// <summary>Whether it is open no more, whoever closed it.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Says a message to the plugin.</summary>
    /// <param name="text">The message.</param>
    public void Say(string text) => Say(Encoding.UTF8.GetBytes(text));

    /// <summary>Says a message that need not be text.</summary>
    /// <param name="message">The message.</param>
    public void Say(ReadOnlyMemory<byte> message) => _said.Writer.TryWrite(message);

    /// <summary>Closes in order: once the plugin has read what was said before, it is told.</summary>
    public void Close() => _said.Writer.TryComplete();

    /// <summary>Lets the connection break: once the plugin has read what was said before, it is told.</summary>
    /// <param name="why">What the exception says.</param>
    public void Break(string why) => _said.Writer.TryComplete(new HttpRequestException(HttpRequestError.ResponseEnded, why));

    internal void Hear(string text)
    {
        lock (_gate)
            _heard.Add(text);

        _answer?.Invoke(this, text);
    }

    internal void End()
    {
        IsClosed = true;
        _said.Writer.TryComplete(new HttpRequestException(HttpRequestError.ResponseEnded, "The socket is closed."));
    }

    internal async Task<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancel)
    {
        try
        {
            return await _said.Reader.ReadAsync(cancel);
        }
        catch (ChannelClosedException closed)
        {
            IsClosed = true;
            return closed.InnerException is HttpRequestException broken ? throw broken : null;
        }
    }
}
