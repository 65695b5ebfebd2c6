using PluginHost.Engine.Plugins;
using PluginHost.Engine.Trust;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine;

// What the person lets run.
public sealed partial class Engine
{
    /// <summary>Whether the workspace is trusted.</summary>
    public WorkspaceTrust Trust => field ?? Once(ref field, () => WorkspaceTrust.Of(_options));

    /// <summary>What the person is told when asked to trust the workspace.</summary>
    public WorkspaceOffer Offer => WorkspaceOffer.Of(Trust, Workspace, Plugins);

    /// <summary>Trusts the workspace, with what its own plugins were shown to need, and goes by it at once. What has come since is asked for by itself.</summary>
    /// <param name="shown">What the person has read.</param>
    /// <param name="cancel">Cancels waiting.</param>
    /// <exception cref="PluginHostException">It cannot be kept.</exception>
    public Task<WorkspaceReload> TrustAsync(WorkspaceOffer shown, CancellationToken cancel)
    {
        shown.Accept(Trust.Book, Clock.GetUtcNow());
        return ReloadAsync(cancel);
    }

    /// <summary>Accepts a plugin as it is now, with what it needs now, and goes by it at once.</summary>
    /// <exception cref="PluginHostException">It cannot be kept.</exception>
    public Task<WorkspaceReload> AcceptAsync(KnownPlugin plugin, CancellationToken cancel)
    {
        Trust.Book.Accept(PluginTrust.ConsentTo(plugin, Clock.GetUtcNow()));
        return ReloadAsync(cancel);
    }
}
