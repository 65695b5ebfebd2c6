using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>
/// Who goes by which handle. The stream names people by identities alone, and tells of a handle when it changes; the others are asked for, for those whose posts are wanted. Who cannot be asked for
/// is called by their identity.
/// </summary>
/// <param name="ask">Asks for several at once.</param>
/// <param name="half">How many are known for certain; of older ones as many more, perhaps.</param>
internal sealed class KnownNames(NamesOf ask, int half)
{
    // As many as app.bsky.actor.getProfiles answers at once.
    private const int AtOnce = 25;

    private Dictionary<string, JetstreamName> _new = [];
    private Dictionary<string, JetstreamName> _old = [];

    public JetstreamName Of(string did) => Find(did) ?? new JetstreamName(did, "");

    /// <summary>Learns what the stream tells. The name that somebody shows stays what it was.</summary>
    public void Learn(string did, string handle)
    {
        // Of those whom nobody has asked for, nobody wants to know.
        if (Find(did) is { } known)
            Keep(did, known with { Handle = handle });
    }

    public async Task AskAsync(Profile profile, IEnumerable<string> dids, CancellationToken cancel)
    {
        foreach (var some in dids.Where(did => Find(did) is null).Distinct().Chunk(AtOnce))
        {
            foreach (var (did, name) in await ask(profile, some, cancel))
                Keep(did, name);
        }
    }

    private JetstreamName? Find(string did) => _new.GetValueOrDefault(did) ?? _old.GetValueOrDefault(did);

    private void Keep(string did, JetstreamName name)
    {
        _new[did] = name;
        if (_new.Count >= half)
            (_old, _new) = (_new, []);
    }
}
