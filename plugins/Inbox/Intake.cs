using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>
/// Takes from the streams of all profiles what people say to them. The place in a stream and the conversation are committed together, so that each word counts once.
/// </summary>
internal sealed class Intake(IHost host, Conversations conversations)
{
    private const string Taker = "inbox";
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private bool _hasBegun;

    /// <summary>Begins to listen in this process, beside the rest, where it has not begun.</summary>
    public void Begin()
    {
        if (_hasBegun)
            return;

        _hasBegun = true;
        host.Jobs.Resumable("Listening to what people say to us", RunAsync);
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        await Task.WhenAll(profiles.All.Where(profile => profile.CanSend).Select(profile => TakeAsync(profile, profiles, cancel)));
    }

    // A network of many servers tells an account with its server, which the handle need not have.
    private static IEnumerable<string> NamesOf(Profile profile)
    {
        var handle = profile.Handle.TrimStart('@');
        yield return handle;
        if (!handle.Contains('@', StringComparison.Ordinal) && Uri.TryCreate(profile.Server, UriKind.Absolute, out var server))
            yield return $"{handle}@{server.Authority}";
    }

    // Each by itself: a network that cannot be used now keeps nobody else from being heard.
    private async Task TakeAsync(Profile profile, IProfiles profiles, CancellationToken cancel)
    {
        var ours = profiles.All.Where(other => other.Network == profile.Network)
            .SelectMany(other => NamesOf(other).Select(name => (Name: name, Profile: other)))
            .ToLookup(named => named.Name, named => named.Profile, StringComparer.OrdinalIgnoreCase);
        var told = "";
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var networks = await host.Services.GetAsync<INetworks>(cancel);
                if ((await networks.ForAsync(profile, cancel)).Listen is null)
                    return;

                var stream = host.Streams.Open(ProfileEvents.NameOf(profile), new HeardEvents(new ProfileEvents(host.Services, profile), () => told = ""));
                await stream.TakeAsync(Taker, (events, transaction) => WriteAsync(profile, ours, events, transaction), cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (PluginHostException error)
            {
                // Once for each outage: it ends when listening has worked in between.
                if (error.Message != told)
                    host.Output.Write(Severity.Warning, $"What people say to {profile.Name} is not heard: {error.Message} It is tried again every minute.");

                told = error.Message;
                await Task.Delay(Pause, host.Clock, cancel);
            }
        }
    }

    private async Task WriteAsync(Profile profile, ILookup<string, Profile> ours, IReadOnlyList<StreamEvent> events, IStoreTransaction transaction)
    {
        foreach (var told in events)
        {
            // Nobody can hear it any more, and somebody may wait there.
            if (told.Gap.Length > 0)
                host.Output.Write(Severity.Warning, $"Something that was said to {profile.Name} was not heard: {told.Gap}. Look there for who waits.");

            if (ProfileEvents.Read(told) is not { } happened)
                continue;

            // What our profiles say is nobody's question. It may be somebody's answer.
            if (ours[happened.Handle.TrimStart('@')].FirstOrDefault() is { } sibling)
                await Conversations.HearOursAsync(transaction, sibling, happened);
            else
                await conversations.HearAsync(transaction, profile, happened);
        }
    }
}
