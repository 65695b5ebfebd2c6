using PluginHost.Engine;
using PluginHost.Engine.Trust;
using PluginHost.Torture.Places;
using PluginHost.Torture.Processes;

namespace PluginHost.Torture.Peers;

/// <summary>An engine on a workspace whose profiles speak on real servers. It plans and reads; nobody kills it.</summary>
internal sealed class PeerPlace : IAsyncDisposable
{
    private PeerPlace(Place place, Engine.Engine engine) => (Place, Engine) = (place, engine);

    public Place Place { get; }

    public Engine.Engine Engine { get; }

    /// <summary>Opens it, and logs every profile in, as a person does once.</summary>
    public static async Task<PeerPlace> OpenAsync(Place place, IReadOnlyList<PeerProfile> profiles, CancellationToken cancel)
    {
        var person = new PeerPerson();
        var opening = PluginHost.Engine.Engine.Open(new EngineOptions
        {
            WorkspaceFile = place.File,
            User = UserFolders.Under(place.Home),
            BundledPlugins = Built.Plugins,
            Person = person,
            Given = GivenTrust.Everything,
            BusyTimeout = TimeSpan.FromSeconds(60),
        });
        var opened = opening switch
        {
            EngineOpened { Engine: var engine } => new PeerPlace(place, engine),
            EngineRefused { Problems: var problems } => throw new TortureException(string.Join('\n', problems)),
            var other => throw new TortureException($"The workspace was opened as {other}."),
        };
        foreach (var known in profiles)
        {
            person.Secret = known.Secret;
            var profile = opened.Engine.Profiles[known.Name];
            var network = await opened.Engine.Networks.ForAsync(profile, cancel);
            await network.Login!.LogInAsync(profile, cancel);
        }

        return opened;
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
