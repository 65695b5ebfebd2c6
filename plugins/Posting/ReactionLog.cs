using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// What people did to posts, of all profiles in one order, so that one number says how far somebody has read. It is taken from the streams of the
/// profiles: all that was done to any post, because a reaction may be heard before it is known that the post was sent.
/// </summary>
internal sealed class ReactionLog(IHost host, Timing timing)
{
    private const string Taker = "reactions";
    private static readonly TimeSpan TrimInterval = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, CancellationTokenSource> _wanted = [];
    private DateTimeOffset _trimAt;

    // Who waits in a rehearsal does not look meanwhile, and is not to be forgotten for it.
    private TimeSpan Interest => host.Clock is RehearsalClock ? Timeout.InfiniteTimeSpan : TimeSpan.FromMinutes(5);

    /// <summary>Keeps a profile listened to for a while.</summary>
    /// <returns>Whether its network tells what happens to it.</returns>
    public async Task<bool> ListenAsync(Profile profile, CancellationToken cancel)
    {
        if (!_wanted.ContainsKey(profile.Name))
        {
            var networks = await host.Services.GetAsync<INetworks>(cancel);
            if ((await networks.ForAsync(profile, cancel)).Listen is null)
                return false;
        }

        // Asked after the await: another reader may have been faster.
        if (_wanted.TryGetValue(profile.Name, out var wanted))
        {
            wanted.CancelAfter(Interest);
            return true;
        }

        wanted = _wanted[profile.Name] = new CancellationTokenSource(Interest, host.Clock);
        host.Jobs.Resumable($"Listening to what people say to {profile.Name}", stopping => TakeAsync(profile, wanted, stopping));
        return true;
    }

    /// <summary>What people did to posts after a position, in the order in which it was heard.</summary>
    /// <param name="targets">The posts, as profile and network name them.</param>
    /// <param name="after">The position.</param>
    /// <param name="cancel">Cancels reading.</param>
    public Task<IReadOnlyList<Reaction>> ReadAsync(IReadOnlyList<OutboxTarget> targets, long after, CancellationToken cancel)
    {
        var query = new Sql(0, (targets.Count * 2) + 1);
        query.AppendLiteral("select * from posting_reaction where id > ");
        query.AppendFormatted(after);
        for (var place = 0; place < targets.Count; place++)
        {
            query.AppendLiteral(place == 0 ? " and ((profile = " : " or (profile = ");
            query.AppendFormatted(targets[place].Profile);
            query.AppendLiteral(" and post = ");
            query.AppendFormatted(targets[place].RemoteId);
            query.AppendLiteral(")");
        }

        query.AppendLiteral(") order by id limit 500");
        return host.Store.ReadAsync(query, Reaction, cancel);
    }

    private async Task TakeAsync(Profile profile, CancellationTokenSource wanted, CancellationToken stopping)
    {
        using var unwanted = CancellationTokenSource.CreateLinkedTokenSource(stopping, wanted.Token);
        try
        {
            var stream = host.Streams.Open(ProfileEvents.NameOf(profile), new ProfileEvents(host.Services, profile));
            await stream.TakeAsync(Taker, (events, transaction) => WriteAsync(profile, events, transaction), unwanted.Token);
        }
        catch (OperationCanceledException) when (unwanted.IsCancellationRequested)
        {
            // Nobody has read for a while, or the plugin leaves.
        }
        finally
        {
            _wanted.Remove(profile.Name);
            wanted.Dispose();
        }
    }

    private async Task WriteAsync(Profile profile, IReadOnlyList<StreamEvent> events, IStoreTransaction transaction)
    {
        // Before what is new comes: however old that is, whoever waits for it must find it.
        await TrimAsync(transaction);
        foreach (var told in events)
        {
            // A gap is nobody's reaction, and what was done to the profile itself belongs to no post.
            if (ProfileEvents.Read(told) is not { Post: { } post } happened)
                continue;

            await transaction.WriteAsync(
                $"""
                insert into posting_reaction (profile, event, kind, handle, at, post, text, remote_id)
                values ({profile.Name}, {happened.Id}, {ReactionRecord.KindText(happened.Kind)}, {happened.Handle}, {happened.At}, {post},
                    {happened.Text}, {happened.RemoteId})
                on conflict (profile, event) do nothing
                """);
        }
    }

    // The oldest, a piece at a time, in the order in which they were heard. The newest stays, whatever its age: a position is never given twice.
    private async Task TrimAsync(IStoreTransaction transaction)
    {
        var now = host.Clock.GetUtcNow();
        if (now < _trimAt)
            return;

        _trimAt = now + TrimInterval;
        var oldest = await transaction.ReadAsync($"select at from posting_reaction order by id limit 1", row => row.Instant("at"));
        if (oldest is not [var at] || at >= now - timing.Reactions)
            return;

        await transaction.WriteAsync(
            $"""
            delete from posting_reaction
            where id in (select id from posting_reaction order by id limit 1000) and at < {now - timing.Reactions}
              and id < (select max(id) from posting_reaction)
            """);
    }

    private static Reaction Reaction(IRow row) => new()
    {
        Position = row.Integer("id"),
        Profile = row.Text("profile"),
        Event = ReactionRecord.Make(
            row.Text("event"),
            Enum.Parse<NetworkEventKind>(row.Text("kind"), ignoreCase: true),
            row.Text("handle"),
            row.Instant("at"),
            row.Text("post"),
            row.Text("text"),
            row.TextOrNull("remote_id")),
    };
}
