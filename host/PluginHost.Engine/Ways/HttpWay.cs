using PluginHost.Engine.Sleep;
using PluginHost.Engine.Ways.Accounts;
using PluginHost.Engine.Ways.Sockets;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>One plugin's way to the network: on connections that all plugins share, or on those of an account. What it opened for the plugin alone ends with the plugin.</summary>
internal sealed class HttpWay : IGuestHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);
    private readonly Needs _needs;
    private readonly HttpTransport _transport;
    private readonly WakeWatch _sleep;
    private readonly AccountTools _tools;
    private readonly SocketWay _sockets;
    private readonly AccountWays _accounts;

    /// <param name="needs">What the plugin may.</param>
    /// <param name="transport">The connections that all plugins share.</param>
    /// <param name="sleep">Says how often the machine slept.</param>
    /// <param name="tools">What the ways for accounts share.</param>
    public HttpWay(Needs needs, HttpTransport transport, WakeWatch sleep, AccountTools tools)
    {
        (_needs, _transport, _sleep, _tools) = (needs, transport, sleep, tools);
        _sockets = new SocketWay(tools.Clock);
        _accounts = new AccountWays(Open);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) => SendAsync(request, null, cancel);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long most, CancellationToken cancel) => SendAsync(request, (long?)most, cancel);

    public IHttp For(HttpAccount account) => _accounts.For(account);

    public async Task<IHttpSocket> ConnectAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        _needs.Require(Needs.Network);
        Agent.Sign(request, _needs.Plugin);
        return await _sockets.ConnectAsync(request, cancel);
    }

    public void Wake() => _sockets.Abort("the machine slept, or its clock was set.");

    public void Dispose()
    {
        _accounts.Dispose();
        _sockets.Dispose();
    }

    private AccountWay Open(HttpAccount account, CancellationToken ended)
    {
        var transport = new HttpTransport(() => new AccountConnections());
        ended.Register(transport.Dispose);
        return new AccountWay(_needs, account, (request, most, cancel) => transport.SendAsync(request, most, _sleep.Look(), cancel), _sockets.ConnectAsync, _tools, ended);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long? most, CancellationToken cancel)
    {
        _needs.Require(Needs.Network);
        Agent.Sign(request, _needs.Plugin);
        using var late = new CancellationTokenSource(Patience, _tools.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            return await _transport.SendAsync(request, most, _sleep.Look(), either.Token);
        }
        catch (OperationCanceledException error) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new HttpRequestException(
                $"{request.RequestUri?.Host} did not answer within {Patience.TotalSeconds:0} seconds. Whether it did what was asked is not known.",
                error);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Under the caller's own token, so that the caller knows it again.
            throw new OperationCanceledException(cancel);
        }
    }
}
