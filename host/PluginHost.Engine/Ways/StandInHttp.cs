using PluginHost.Engine.Ways.Accounts;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>
/// One plugin's way to a network that a test has put there. Nothing is followed: the test answers what is asked. For an account it is asked as a server is: what only reads again, and with an end to
/// patience.
/// </summary>
internal sealed class StandInHttp : IGuestHttp
{
    private readonly Needs _needs;
    private readonly StandIns _standIns;
    private readonly AccountWays _accounts;
    private readonly HttpMessageInvoker _network;

    public StandInHttp(Needs needs, StandIns standIns, AccountTools tools)
    {
        (_needs, _standIns) = (needs, standIns);
        _network = new HttpMessageInvoker(standIns.Network, disposeHandler: false);
        _accounts = new AccountWays((account, ended) => new AccountWay(needs, account, AttemptAsync, standIns.Connect, tools, ended));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        _needs.Require(Needs.Network);
        Agent.Sign(request, _needs.Plugin);
        cancel.ThrowIfCancellationRequested();
        return await AttemptAsync(request, int.MaxValue, cancel);
    }

    public IHttp For(HttpAccount account) => _accounts.For(account);

    public async Task<IHttpSocket> ConnectAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        _needs.Require(Needs.Network);
        Agent.Sign(request, _needs.Plugin);
        return await _standIns.Connect(request, cancel);
    }

    // A test's machine does not sleep.
    public void Wake()
    {
    }

    public void Dispose() => _accounts.Dispose();

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, long most, CancellationToken cancel) =>
        await AccountConnections.ReadWholeAsync(await _network.SendAsync(request, cancel), request, most, cancel);
}
