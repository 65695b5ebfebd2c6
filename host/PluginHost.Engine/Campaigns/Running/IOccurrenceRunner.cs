using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Isolation;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Running;

/// <summary>Runs an occurrence that was claimed, apart from this process.</summary>
internal interface IOccurrenceRunner
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="claim">The occurrence.</param>
    /// <param name="hear">Told of what it says, on any thread.</param>
    /// <param name="stop">Asks it to stop. It does not come back later than three seconds after that.</param>
    Task<IsolatedEnd> RunAsync(Claim claim, Action<string, Severity> hear, CancellationToken stop);
}
