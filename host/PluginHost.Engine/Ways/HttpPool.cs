namespace PluginHost.Engine.Ways;

/// <summary>Connections that were opened in one wakefulness of the machine, and who uses them. A retired pool ends with its last request.</summary>
/// <param name="connections">The connections, which are the pool's.</param>
internal sealed class HttpPool(IConnections connections)
{
    private readonly Lock _gate = new();
    private int _requests;
    private bool _isRetired;

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long? most, CancellationToken cancel)
    {
        try
        {
            return await connections.SendAsync(request, most, cancel);
        }
        finally
        {
            Leave();
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
            End();
    }

    /// <summary>Cuts everything off, at the program's end.</summary>
    public void End() => connections.Dispose();

    private void Leave()
    {
        bool isLast;
        lock (_gate)
            isLast = --_requests == 0 && _isRetired;

        if (isLast)
            End();
    }
}
