using PluginHost.Engine.Secrets;

namespace PluginHost.Sdk.Testing;

/// <summary>What the plugin keeps to itself, in memory. It begins empty; the test puts there what an earlier login would have left.</summary>
public sealed class TestSecrets
{
    private readonly MemorySecrets _secrets;
    private readonly string _plugin;

    internal TestSecrets(MemorySecrets secrets, string plugin) => (_secrets, _plugin) = (secrets, plugin);

    /// <summary>The names of what is kept, in the order of their letters.</summary>
    public IReadOnlyList<string> Names => _secrets.NamesOf(_plugin);

    /// <summary>Keeps a secret, as the plugin would.</summary>
    /// <param name="name">The secret's name within the plugin.</param>
    /// <param name="secret">The secret.</param>
    public void Keep(string name, string secret) => _secrets.Keep(_plugin, name, secret);

    /// <summary>Reads a secret.</summary>
    /// <param name="name">The secret's name within the plugin.</param>
    /// <returns>The secret; <see langword="null"/> where there is none of this name.</returns>
    public string? Find(string name) => _secrets.Find(_plugin, name);
}
