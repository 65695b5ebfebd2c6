using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Makes the script global <c>Listen</c>, for the plugin that listens.</summary>
public static class ScriptListener
{
    /// <summary>Makes it for a run of a script.</summary>
    /// <param name="listening">What listens.</param>
    /// <param name="script">The run.</param>
    /// <returns>The global.</returns>
    public static Listener For(IListening listening, IScript script) => query => new ScriptMatches(listening, script, query, null);
}
