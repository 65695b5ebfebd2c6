using PluginHost.Sdk;

namespace PluginHost.Listening.People;

/// <summary>What is not shown: authors and queries, for a time or until it is taken back. It hides and never drops: the day it ends, all is there.</summary>
internal sealed class Mutes(IStore store, TimeProvider clock)
{
    public const string Query = "query";
    public const string Author = "author";

    /// <summary>What is muted now.</summary>
    public Task<IReadOnlyList<Mute>> ReadAsync(CancellationToken cancel) => store.ReadAsync(
        $"select kind, name, muted_at, until from listening_mute where until is null or until > {clock.GetUtcNow()} order by kind, name", Mute.Read, cancel);

    /// <summary>Mutes; what was muted already is muted until then instead.</summary>
    public Task MuteAsync(string kind, string name, DateTimeOffset? until, CancellationToken cancel) => store.WriteAsync(
        $"""
        insert into listening_mute (kind, name, muted_at, until) values ({kind}, {name}, {clock.GetUtcNow()}, {until})
        on conflict (kind, name) do update set muted_at = excluded.muted_at, until = excluded.until
        """,
        cancel);

    /// <returns>Whether it was muted.</returns>
    public async Task<bool> UnmuteAsync(string kind, string name, CancellationToken cancel) => await store.WriteAsync(
        $"delete from listening_mute where kind = {kind} and name = {name} and (until is null or until > {clock.GetUtcNow()})", cancel) > 0;
}
