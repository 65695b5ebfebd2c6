using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>Connections that were opened in one wakefulness of the machine, and who uses them. A retired pool ends with its last request.</summary>
internal sealed class HttpPool
{
    private readonly Lock _gate = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        // One plugin's sessions are no other's.
        UseCookies = false,
        // Names move to other machines; a connection that never ends would not notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        // The way out keeps the time itself, on the host's clock.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private int _requests;
    private bool _isRetired;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long? most, CancellationToken cancel)
    {
        try
        {
            return most is { } limit
                ? await ReadAsync(request, limit, cancel)
                : await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancel);
        }
        finally
        {
            Leave();
        }
    }

    private async Task<HttpResponseMessage> ReadAsync(HttpRequestMessage request, long most, CancellationToken cancel)
    {
        var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        try
        {
            await answer.Content.LoadIntoBufferAsync(most, cancel);
            return answer;
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            answer.Dispose();
            throw IHttp.TooLong(request, most);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    /// <summary>Counts a request in.</summary>
    public void Enter()
    {
        lock (_gate)
            _requests++;
    }

    /// <summary>Lets no more requests in. What is under way goes on: cut off, nobody would know what became of it.</summary>
    public void Retire()
    {
        bool isIdle;
        lock (_gate)
        {
            _isRetired = true;
            isIdle = _requests == 0;
        }

        if (isIdle)
            _client.Dispose();
    }

    /// <summary>Cuts everything off, at the program's end.</summary>
    public void End() => _client.Dispose();

    private void Leave()
    {
        bool isLast;
        lock (_gate)
            isLast = --_requests == 0 && _isRetired;

        if (isLast)
            _client.Dispose();
    }
}
