using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>Asks who goes by which handle, for 25 identities at most (app.bsky.actor.getProfiles). Who is not found is left out; where nobody answers, all are.</summary>
internal delegate Task<IReadOnlyDictionary<string, JetstreamName>> NamesOf(Profile profile, IReadOnlyList<string> dids, CancellationToken cancel);
