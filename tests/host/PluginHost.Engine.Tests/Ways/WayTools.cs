using PluginHost.Engine.Ways;
using PluginHost.Engine.Ways.Accounts;

namespace PluginHost.Engine.Tests.Ways;

/// <summary>What the ways to the network need beside connections, without a record.</summary>
internal static class WayTools
{
    public static AccountTools Of(TimeProvider clock) => new() { Clock = clock, Random = new SeededRandom("ways"), Log = null };
}
