using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Isolation;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Running;

/// <summary>Runs an occurrence in a child of this program. The child claims it anew, so that one which was too slow does nothing.</summary>
/// <param name="program">How this program is started.</param>
/// <param name="root">The workspace's folder.</param>
/// <param name="passphrase">The vault's passphrase, where a person has typed it: nobody can type it there.</param>
/// <param name="clock">Counts the grace.</param>
internal sealed class ChildRunner(IReadOnlyList<string> program, string root, Func<string?> passphrase, TimeProvider clock) : IOccurrenceRunner
{
    public async Task<IsolatedEnd> RunAsync(Claim claim, Action<string, Severity> hear, CancellationToken stop)
    {
        string[] arguments =
        [
            OccurrenceVerb.Name, "--campaign", claim.Name.Campaign, "--occurrence", claim.Name.Occurrence, "--from", claim.Owner,
            "--resumption", claim.Resumption.ToString(), "--workspace", root,
        ];
        await using var child = IsolatedProcess.Start(program, arguments, hear, passphrase(), clock);
        return await child.WaitAsync(stop);
    }
}
