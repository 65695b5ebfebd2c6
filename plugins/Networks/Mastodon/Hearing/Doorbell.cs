using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>
/// A stream of a server (WebSocket). It rings: what has come is then read from the list, so that a connection that breaks, or was not there, loses nothing and repeats nothing. Where
/// there is none, or it does not come about, nobody waits for it, and it is tried again after a pause that grows.
/// </summary>
/// <param name="stream">The stream's name: <c>user</c>, or <c>hashtag&amp;tag=acme</c>.</param>
internal sealed class Doorbell(IHost host, Connection connection, Profile profile, string stream) : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(10);
    private IHttpSocket? _socket;
    private Task<ReadOnlyMemory<byte>?>? _receiving;
    private TimeSpan _pause = FirstPause;
    private DateTimeOffset _openAt = DateTimeOffset.MinValue;

    public string Stream => stream;

    /// <summary>Why there is no connection, for whoever looks it over; empty where there is one.</summary>
    public string Trouble { get; private set; } = "it was not tried yet";

    public bool IsOpen => _socket is not null;

    /// <summary>Opens it, where it is closed and its time has come.</summary>
    public async Task OpenAsync(Server server, Session session, CancellationToken cancel)
    {
        if (_socket is not null || host.Clock.GetUtcNow() < _openAt)
            return;

        if (server.Streaming is not { } address)
        {
            (Trouble, _openAt) = ("the server has no streaming", host.Clock.GetUtcNow() + LongestPause);
            return;
        }

        using var late = new CancellationTokenSource(Opening, host.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{address}?stream={stream}"));
        request.Headers.Authorization = new("Bearer", session.Token);
        try
        {
            _socket = await host.Http.For(new HttpAccount { Name = profile.Name }).ConnectAsync(request, either.Token);
            Trouble = "";
        }
        catch (Exception error) when (error is HttpRequestException or PluginHostException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            if (error is HttpRequestException { StatusCode: System.Net.HttpStatusCode.Unauthorized })
                connection.Sessions.Doubt(profile);

            PutOff(error is HttpRequestException { StatusCode: { } status } ? string.Create(CultureInfo.InvariantCulture, $"{address.Authority} answered {(int)status}") : error.Message);
        }
    }

    /// <summary>The next message; null where none came in time, or there is no connection any more.</summary>
    public async Task<StreamMessage?> NextAsync(DateTimeOffset until, CancellationToken cancel)
    {
        while (_socket is { } socket)
        {
            // Giving up a read gives up the socket, so one that nobody waits for any more goes on until the next comes.
            _receiving ??= socket.ReceiveAsync(host.Stopping);
            if (!await IsDoneAsync(_receiving, until, cancel))
                return null;

            if (await TakeAsync(_receiving) is not { } bytes)
                return null;

            _receiving = null;
            _pause = FirstPause;
            if (StreamMessage.Read(bytes.Span) is { } message)
                return message;
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_socket is { } socket)
            await socket.DisposeAsync();

        (_socket, _receiving) = (null, null);
    }

    private async Task<bool> IsDoneAsync(Task receiving, DateTimeOffset until, CancellationToken cancel)
    {
        if (receiving.IsCompleted)
            return true;

        var left = until - host.Clock.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return false;

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(receiving, Task.Delay(left, host.Clock, waiting.Token));
        await waiting.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        return receiving.IsCompleted;
    }

    private async Task<ReadOnlyMemory<byte>?> TakeAsync(Task<ReadOnlyMemory<byte>?> receiving)
    {
        var why = "the server closed it";
        try
        {
            if (await receiving is { } bytes)
                return bytes;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            why = error.Message;
        }

        await DisposeAsync();
        PutOff(why);
        return null;
    }

    private void PutOff(string why)
    {
        (Trouble, _openAt) = (why, host.Clock.GetUtcNow() + _pause);
        _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
    }
}
