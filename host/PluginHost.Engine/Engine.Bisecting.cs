using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine;

// Plugins that are set aside while somebody looks for a trouble: in memory alone, and nothing is written of it.
public sealed partial class Engine
{
    private const string NoPlugin = "(bisection)";

    private IReadOnlySet<string> _aside = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// Goes on without some plugins: those that run leave, and cannot be used until others are set aside. Those that ran and are not set aside any more run
    /// again with their next use.
    /// </summary>
    /// <param name="plugins">Who is set aside from now on; nobody else is.</param>
    /// <param name="cancel">Cancels waiting.</param>
    /// <exception cref="PluginHostException"><c>plugins.yaml</c> cannot be read as it is now.</exception>
    public async Task SetAsideAsync(IReadOnlySet<string> plugins, CancellationToken cancel)
    {
        _aside = plugins;

        // Whoever sets aside tells of it, as of what is done to one plugin.
        if (await ReloadAsync(NoPlugin, cancel) is WorkspaceKept kept)
            throw new PluginHostException(string.Join('\n', kept.Problems));
    }
}
