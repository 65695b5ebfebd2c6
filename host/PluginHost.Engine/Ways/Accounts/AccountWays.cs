using PluginHost.Sdk;

namespace PluginHost.Engine.Ways.Accounts;

/// <summary>A plugin's ways for its accounts, one for each name. They end with the plugin.</summary>
/// <param name="open">Makes the way for an account; the token is cancelled when the plugin leaves.</param>
internal sealed class AccountWays(Func<HttpAccount, CancellationToken, AccountWay> open) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AccountWay> _ways = [];
    private readonly CancellationTokenSource _ended = new();

    public AccountWay For(HttpAccount account)
    {
        lock (_gate)
        {
            if (!_ways.TryGetValue(account.Name, out var way))
                _ways.Add(account.Name, way = open(account, _ended.Token));

            return way;
        }
    }

    // The source is not disposed: code of the plugin that runs on all the same is told by its token.
    public void Dispose() => _ended.Cancel();
}
