using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>
/// What one plugin asks of the host in its <c>plugin.yaml</c>. Every way out asks here first. That the person has accepted it is asked before: a plugin whose
/// needs are not accepted is not loaded at all.
/// </summary>
internal sealed class Needs(string plugin, IReadOnlyList<string> needs)
{
    public const string Network = "network";
    public const string Mail = "mail";
    public const string Files = "files";
    public const string Secrets = "secrets";
    public const string Process = "process";

    public string Plugin => plugin;

    /// <exception cref="PluginHostException">The plugin has not asked for it.</exception>
    public void Require(string need)
    {
        if (needs.Contains(need))
            return;

        var (what, it) = need switch
        {
            Network => ("the network", "it"),
            Files => ("files", "them"),
            _ => (need, "it"),
        };
        throw new PluginHostException($"{plugin} uses {what} without asking for {it}. Add {need} to needs in its plugin.yaml.");
    }
}
