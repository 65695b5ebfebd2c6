using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

public sealed partial class PostingPlugin
{
    /// <summary>What becomes of what a profile misses.</summary>
    [Command(
        "posting.missed",
        "Posting: What Becomes of What Is Missed",
        Description = "Says what becomes of a profile's posts whose time came while nothing ran: late, late 2h, ask, skip, skip 30m. Without a profile it shows how it is.")]
    public async Task<Table> MissedAsync(
        IHost host,
        [Asks("Of which profile? Empty: show how it is.", Default = "")] string profile,
        [Asks("late, late 2h, ask, skip or skip 30m? Empty, without a profile: show how it is.", Default = "")] string what,
        CancellationToken cancel)
    {
        if (profile.Length == 0 != (what.Length == 0))
            throw new WrongUseException(profile.Length == 0 ? $"what={what}: of which profile? profile=@name says so." : $"What becomes of what {profile} misses? Write {Missed.Wanted}.");

        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        if (profile.Length > 0)
        {
            await _outbox.SetMissedAsync(profiles[profile].Name, Missed.Parse(what), cancel);
            _announcer.Refresh();
        }

        var known = await _outbox.ReadMissedAsync(cancel);
        return Table.Of(
            profiles.All.Where(each => each.CanSend),
            ("profile", each => each.Name),
            ("missed", each => known.GetValueOrDefault(each.Name, _timing.Missed).Text),
            ("said by", each => known.ContainsKey(each.Name) ? "the profile" : "the settings"));
    }

    /// <summary>What becomes of one post if it is missed.</summary>
    [Command(
        "posting.missed.post",
        "Posting: What Becomes of a Post If It Is Missed",
        Description = "Says what becomes of one post where nothing runs when it is due: late, late 2h, ask, skip, skip 30m.")]
    public async Task<Table> MissedPostAsync(
        IHost host, [Asks("Which post?")] long post, [Asks("late, late 2h, ask, skip or skip 30m?")] string what, CancellationToken cancel)
    {
        if (!await _outbox.SetMissedAsync(post, Missed.Parse(what), cancel))
            throw new WrongUseException($"Nothing of post {post} waits for its time. posting.outbox shows what does.");

        _announcer.Refresh();
        return TableOf(host, await _outbox.ReadPostAsync(post, CancellationToken.None));
    }
}
