using System.Reflection;

namespace PluginHost.Engine.Scripting;

/// <summary>A script's hold on a plugin whose types it uses.</summary>
internal sealed class PluginLease(Assembly assembly, Action release) : IDisposable
{
    private Action? _release = release;

    /// <summary>The plugin's loaded assembly.</summary>
    public Assembly Assembly { get; } = assembly;

    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
