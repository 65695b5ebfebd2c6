using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What was asked to be said in answer to others.</summary>
internal sealed partial class Publisher
{
    private const int MostAnswered = 500;

    public async Task<IReadOnlyList<GivenAnswer>> ReadAnswersAsync(string profile, IReadOnlyList<string> answered, CancellationToken cancel)
    {
        if (answered.Count > MostAnswered)
            throw new WrongUseException($"{answered.Count} posts were asked for. Ask for {MostAnswered} at a time.");

        return answered.Count == 0 ? [] : await outbox.ReadAnswersAsync(profile, answered, cancel);
    }
}
