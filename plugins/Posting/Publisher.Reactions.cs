using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What people did to a post.</summary>
internal sealed partial class Publisher
{
    public async Task<IReadOnlyList<Reaction>> ReadReactionsAsync(string post, long after, CancellationToken cancel)
    {
        var targets = await ReadKnownAsync(PostNumber.Parse(post), cancel);
        var sent = targets.Where(target => target is { State: TargetState.Sent, RemoteId: not null }).ToList();
        if (sent.Count == 0)
            return [];

        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        var silent = new List<string>();
        foreach (var target in sent)
        {
            if (!await reactions.ListenAsync(profiles[target.Profile], cancel))
                silent.Add(target.Profile);
        }

        // Half an answer that looks like a whole one would be a false one.
        if (silent.Count > 0)
        {
            throw new PluginHostException(
                $"Nobody hears what people do to post {post} on {string.Join(" and ", silent)}: the network does not tell. Read the reactions of a post "
                + "on other profiles.");
        }

        return await reactions.ReadAsync(sent, after, cancel);
    }
}
