using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>The sessions of the profiles, in the vault. One that was read is believed for a minute: somebody may have logged in again on another machine.</summary>
internal sealed class Sessions(IHost host)
{
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, (Session Session, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    public static string NameOf(Profile profile) => $"token/{profile.Name}";

    /// <summary>The session; null where the profile has none on its server.</summary>
    public async Task<Session?> FindAsync(Profile profile, CancellationToken cancel)
    {
        var server = ServerAddress.Of(profile);
        if (_known.TryGetValue(profile.Name, out var known) && host.Clock.GetUtcNow() - known.At < Believed && IsOn(known.Session, server))
            return known.Session;

        _known.Remove(profile.Name);
        if (await host.Secrets.ReadAsync(NameOf(profile), cancel) is not { } secret || Session.Read(secret) is not { } session || !IsOn(session, server))
            return null;

        _known[profile.Name] = (session, host.Clock.GetUtcNow());
        return session;
    }

    /// <exception cref="PluginHostException">The profile has no session on its server.</exception>
    public async Task<Session> RequireAsync(Profile profile, CancellationToken cancel) =>
        await FindAsync(profile, cancel)
            ?? throw new PluginHostException($"{profile.Name} is not logged in on {ServerAddress.Of(profile).Authority}. pluginhost profiles login {profile.Name} does it.");

    public async Task KeepAsync(Profile profile, Session session, CancellationToken cancel)
    {
        await host.Secrets.WriteAsync(NameOf(profile), session.ToSecret(), cancel);
        _known[profile.Name] = (session, host.Clock.GetUtcNow());
    }

    public async Task ForgetAsync(Profile profile, CancellationToken cancel)
    {
        _known.Remove(profile.Name);
        await host.Secrets.ForgetAsync(NameOf(profile), cancel);
    }

    /// <summary>The server does not take it: the vault is asked again before the next request.</summary>
    public void Doubt(Profile profile) => _known.Remove(profile.Name);

    private static bool IsOn(Session session, Uri server) => Uri.TryCreate(session.Server, UriKind.Absolute, out var given) && given == server;
}
