using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Gets the parts of a thread ready that are to leave with the first: their pictures, and the word of the gate.</summary>
internal sealed class Together(Outbox outbox)
{
    /// <returns>The parts, ready; empty where one of them cannot leave now, so that the first goes alone.</returns>
    public async Task<IReadOnlyList<TogetherPart>> LoadAsync(IReadOnlyList<OutboxTarget> rest, Profile profile, Gate? gate)
    {
        var parts = new List<TogetherPart>(rest.Count);
        foreach (var target in rest)
        {
            var media = await outbox.ReadMediaAsync(target, CancellationToken.None);
            if (media.Count < target.Media || (gate is not null && await gate.HoldsBackAsync(target, profile) is not null))
                return [];

            parts.Add(new TogetherPart { Target = target, Media = media });
        }

        return parts;
    }
}
