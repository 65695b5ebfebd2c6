using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Packages.Locking;

/// <summary>What reading a <c>plugins.lock.yaml</c> came to. Where something is wrong in it, nothing of it counts.</summary>
internal sealed record LockReading(PluginsLock Lock, IReadOnlyList<ConfigurationProblem> Problems);
