using PluginHost.Engine.Store;

namespace PluginHost.Engine.State;

/// <summary>Keeps plugins' state records in the workspace's store, in the host's own table <c>pluginhost_state</c>.</summary>
internal sealed class StateService(WorkspaceStore store)
{
    /// <summary>The state of one plugin. Dispose it when the plugin is unloaded: later calls are refused.</summary>
    public GuestState For(string pluginId) => new(store, pluginId);
}
